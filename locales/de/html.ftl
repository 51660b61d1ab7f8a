### Der Bericht als Seite für einen Browser, und `hexapla diff`.
###
### Glossar: column = Spalte · row = Zeile · page = Seite · state = Zustand · source = Ausgangstext.

html-languages = Sprachen
html-pages = Seiten, auf denen etwas zu tun ist
html-work = Was zu tun ist
html-legend = Was die Zeichen bedeuten
html-all = alle
html-state = Zustand
html-minor = geringfügig veraltet
html-other = anderes
html-all-pages = Alle Seiten
html-whole-page = die ganze Seite
html-no-source = nicht im Ausgangstext
html-nothing = nichts zu tun

## diff

command-diff = Zeigen, was sich im Ausgangstext geändert hat, neben dem Satz, der nachzuziehen ist
command-diff-details =
    Zeigt zu einer Seite und ihren Übersetzungen, was sich im Ausgangstext geändert hat, seit sie übersetzt wurde:
    Weggefallenes `[-so-]`, Hinzugekommenes `{"{"}+so+{"}"}`, und darunter den Satz der Übersetzung, der folgen sollte. Neue
    Sätze und solche, deren Ausgangstext weg ist, stehen auch dabei.
command-diff-examples =
    hexapla diff content/de/garden.md --language ru
        Was auf der russischen Seite zu tun ist
    hexapla diff content/ru/garden.md
        Dasselbe: Auch eine Übersetzung darf genannt werden
    hexapla diff content/de --base ../site-of-last-year
        Alle Seiten eines Verzeichnisses, neben einem früheren Stand
argument-diff-pages = Ausgangsseiten oder Übersetzungen, oder Verzeichnisse davon
diff-changes = { $language }: { PLURAL($n) ->
    [one] { NUM($n) } Änderung
   *[other] { NUM($n) } Änderungen
}
diff-none = Im Ausgangstext hat sich nichts geändert, was der Übersetzung fehlt.
