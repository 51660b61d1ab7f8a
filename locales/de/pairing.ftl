### Welche Seite zu welcher gehört: `list --guess`, Links, `[pairs]`.

option-guess = Nach dem Inhalt erraten, welche der übrigen Seiten zusammengehören
list-by-link = Durch ihre Links gepaart (hreflang, Sprachumschalter):
list-guesses = Nach dem Inhalt erraten, die sichersten zuerst:
list-guess-line = { $source } → { $target } ({ $language }, Konfidenz { NUM($confidence) })
list-guesses-none = Keine der übrigen Seiten scheinen zusammenzugehören.
list-guess-help =
    Ansehen, und was richtig ist, in hexapla.toml schreiben:
standard-input = Standardeingabe
option-init-targets = Sprachen, in die übersetzt werden soll, durch Kommas getrennt; wenn noch nichts übersetzt ist
list-idle = Muster unter `skip` und `not-offered`, die nichts treffen:
