### Daten und Namen aus der git-Historie.

option-from-history = Mit Daten und Namen aus der git-Historie; Veraltetes kommt in eine eigene Datei, SPRACHE.stale.tmx
export-stale-apart = veraltet: neben der Quelle, aus der übersetzt wurde
export-stale-at-home = { PLURAL($n) ->
    [one] { NUM($n) } veraltetes Paar blieb zu Hause; in einem Verzeichnis bekäme es eine eigene Datei.
   *[other] { NUM($n) } veraltete Paare blieben zu Hause; in einem Verzeichnis bekämen sie eine eigene Datei.
}
