### Prüfungen an Paaren, die sonst in Ordnung sind, Vermerke in Seiten und `hexapla explain`.
###
### Glossar: rule = Regel · finding = Befund · marker = Vermerk (ein Kommentar in einer Seite, der eine Regel stumm
### schaltet) · placeholder = Platzhalter · inline markup = Auszeichnung · block = Block.

rule-numbers = Ausgangstext und Übersetzung nennen verschiedene Zahlen.
remedy-numbers = Die Zahl auf der Seite berichtigen, auf der sie falsch ist.
rule-spelled-numbers = Eine Zahl steht nur auf einer Seite.
remedy-spelled-numbers = Prüfen, ob die andere Seite sie in Worten nennt; meist ist es so.
rule-links = Ausgangstext und Übersetzung führen zu verschiedenen Adressen.
remedy-links = Die Adresse berichtigen oder die fehlende ergänzen.
rule-inline-codes = Eine Auszeichnung fehlt, ist überzählig oder beschädigt.
remedy-inline-codes = Dieselbe Auszeichnung wie im Ausgangstext um die Wörter setzen, zu denen sie gehört.
rule-placeholders = Ein Platzhalter fehlt, ist überzählig oder verändert.
remedy-placeholders = Platzhalter Zeichen für Zeichen aus dem Ausgangstext übernehmen.
rule-punctuation = Das endet nicht so, wie es auf { $language } enden sollte.
remedy-punctuation = Das Schlusszeichen des Ausgangstexts setzen, in der Form dieser Sprache.
rule-length = Für eine Übersetzung ist das ungewöhnlich lang oder kurz.
remedy-length = Prüfen, ob etwas fehlt oder etwas hier steht, das anderswohin gehört.
rule-inconsistent = Derselbe Satz ist anderswo anders übersetzt.
remedy-inconsistent = Sich auf einen Wortlaut einigen, wenn der Zusammenhang nicht zwei verlangt.
rule-unused-marker = Dieser Vermerk schaltet nichts stumm, oder ein Name darin ist unbekannt.
remedy-unused-marker = Löschen oder die Namen darin berichtigen; `hexapla explain` zählt alle Regeln auf.

circumstance-moved = verschoben
circumstance-split = in mehrere Sätze geteilt
circumstance-merged = aus mehreren Sätzen zusammengezogen
circumstance-both-edited = auch die Übersetzung wurde bearbeitet
finding-also = auch
finding-also-more = und { PLURAL($n) ->
    [one] { NUM($n) } weitere Stelle
   *[other] { NUM($n) } weitere Stellen
}

## explain

command-explain = Eine Regel erklären: was sie bedeutet, was zu tun ist, wie man sie abschaltet
command-explain-details =
    Befunde tragen den Namen einer Regel in eckigen Klammern, etwa `error[stale]`. Hier wird sie mit einem Beispiel
    erklärt. Ohne Namen werden alle Regeln mit ihrer Schwere aufgezählt.
command-explain-examples =
    hexapla explain
        Alle Regeln
    hexapla explain stale
        Was `stale` bedeutet und was dann zu tun ist
argument-explain-rule = Der Name einer Regel
value-rule = REGEL
error-explain-rule = Eine Regel `{ $rule }` gibt es nicht.
    .remedy = `hexapla explain` zählt alle Regeln auf.
explain-heading-example = Beispiel
explain-heading-remedy = Was zu tun ist
explain-heading-off = Abschalten
explain-off-everywhere = überall, in hexapla.toml; "note", "warning" und "error" ändern die Schwere
explain-off-block = für den nächsten Block einer Seite; nach dem Doppelpunkt steht, warum
explain-off-from-here = von hier an bis zum zweiten Kommentar
explain-off-list = `hexapla explain REGEL` erklärt eine davon. Die Schwere lässt sich in hexapla.toml ändern, zum Beispiel:

explain-missing-page =
    Die Seite wird in dieser Sprache angeboten, aber wo die Muster in hexapla.toml sie erwarten, liegt keine Datei. Ihr
    ganzer Text zählt als unübersetzt. Eine Seite, die niemand übersetzen will, gehört unter `not-offered`.
explain-missing-segment =
    Ein Satz des Ausgangstexts hat in der Übersetzung kein Gegenstück und hatte, soweit bekannt, nie eines.
explain-deleted-target =
    Die Übersetzung dieses Satzes war einmal da und wurde gelöscht; im Ausgangstext steht der Satz noch.
explain-untranslated-copy =
    Die übersetzte Seite wiederholt den Ausgangstext wörtlich. Namen, Zahlen, Adressen und einzelne Wörter, die in
    beiden Sprachen gleich lauten können, werden nicht gemeldet.
explain-wrong-language =
    Der Text steht in einer anderen Sprache des Projekts als die Seite. Zuerst entscheidet die Schrift, dann die
    Häufigkeit der Buchstaben; ein kurzer Text gehört keiner Sprache sicher an und wird nicht gemeldet.
explain-stale =
    Der Ausgangstext wurde nach der Übersetzung geändert: in Wörtern, Zahlen oder einer Verneinung. Der Befund zeigt
    Wort für Wort, was sich geändert hat, seit welchem Commit, und woher das bekannt ist. Sobald die Übersetzung
    nachzieht, ist sie wieder aktuell.
explain-stale-minor =
    Der Ausgangstext wurde nach der Übersetzung geändert, aber nur in Zeichensetzung, Auszeichnung, einem Verweis oder
    einem Buchstaben eines langen Worts. Meist bleibt die Übersetzung richtig.
explain-obsolete-segment =
    Der Satz, aus dem das übersetzt wurde, ist im Ausgangstext gelöscht. Die Übersetzung sagt ihn noch.
explain-extra-segment =
    Die übersetzte Seite sagt etwas, das im Ausgangstext nie stand: eine Anmerkung der Übersetzerin zum Beispiel oder
    einen Satz, dessen Vorlage niemand geschrieben hat.
explain-orphan-page =
    Die Seite liegt, wo Übersetzungen liegen, aber es gibt keine Ausgangsseite dazu. Oft wurde diese umbenannt.
explain-unverified =
    Ausgangstext und Übersetzung scheinen zusammenzugehören, aber nichts sagt, aus welchem Wortlaut übersetzt wurde:
    kein Memory, keine Geschichte, keine Angabe. Sie mag stimmen; verbürgen kann sich niemand dafür, also gilt sie nicht
    als aktuell.
explain-numbers =
    Eine Zahl der einen Seite hat auf der anderen kein Gegenstück. Dezimal- und Tausenderzeichen, andere Ziffern, Daten, Monate,
    Uhrzeiten, römische Zahlen und kleine Zahlen in Worten werden verstanden; 30.2%, 30,2 % und ٣٠٫٢٪ sind dasselbe.
explain-spelled-numbers =
    Eine kleine Zahl steht auf einer Seite in Ziffern; die andere hat weder Ziffern noch ein bekanntes Wort dafür. Meist
    steht sie dort in Worten oder steckt in der Grammatik; wo sie wegfiel, ist der Satz falsch.
explain-links =
    Eine Web- oder E-Mail-Adresse der einen Seite hat auf der anderen kein Gegenstück. Die Sprache in der Adresse darf
    sich unterscheiden: /de/ und /en/, de.example.org und en.example.org. Verweise zwischen Seiten der Website werden
    nicht verglichen.
explain-inline-codes =
    Verweise, Code, Bilder oder Hervorhebungen stehen nur auf einer Seite, oder eine Auszeichnung ist beschädigt, so dass
    ihre Zeichen im Text erscheinen.
explain-placeholders =
    Für { "{name}" }, { "{{ name }}" }, { "${name}" }, %s oder %1$d setzt ein Programm Werte ein. Ein übersetzter oder
    falsch geschriebener Platzhalter macht die Seite kaputt.
explain-punctuation =
    Der Ausgangstext fragt oder kündigt mit einem Doppelpunkt etwas an und die Übersetzung nicht; oder die Übersetzung
    endet mit dem Zeichen einer anderen Sprache, etwa ? statt ؟ im Arabischen.
explain-length =
    Die Übersetzung ist viel länger oder kürzer als ihr Ausgangstext, gemessen an allen Paaren dieser Sprache im Projekt.
    Nur Extremfälle werden gemeldet: Oft fehlt ein halber Satz.
explain-inconsistent =
    Ein Satz, der im Ausgangstext mehrmals vorkommt, hat Übersetzungen mit verschiedenen Wörtern. Er wird einmal
    aufgeführt, mit seinen Stellen.
explain-empty-page =
    Auf der Seite steht kein Text, oder nichts davon soll übersetzt werden.
explain-odd-page =
    An der Seite ist etwas merkwürdig: ein beschädigter Kopf (front matter) oder eine falsche Angabe der
    Zeichenkodierung. Gelesen wurde sie trotzdem.
explain-unreadable-page =
    Die Seite ließ sich nicht lesen: Sie ist kein Text oder in einer Zeichenkodierung, die sie nicht angibt. Über sie ist
    nichts bekannt.
explain-unused-marker =
    Ein Kommentar der Form `hexapla-ignore` oder `hexapla-off` schaltet keinen Befund stumm: Der Anlass ist behoben, oder
    eine Regel darin ist falsch geschrieben. Solche Kommentare würden den nächsten Fehler verdecken.
