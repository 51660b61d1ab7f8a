### Was an einer Memory-Datei nicht stimmt, nach dem Code des Befunds; `.remedy`: was zu tun ist.
###
### Glossar: unit = Einheit (tu) · variant = Variante (tuv) · segment = Segment (seg) · code = Code (bpt, ept, ph, it) ·
### element = Element · attribute = Attribut · white space = Leerraum.

## XML

error-xml-unclosed-tag = Das Tag ist nicht geschlossen.
    .remedy = Mit `>` schließen; vielleicht fehlt ein Anführungszeichen. Die Einheit wurde übergangen, die anderen bleiben.
error-xml-unclosed-comment = Der Kommentar ist nicht geschlossen.
    .remedy = Mit `-->` schließen.
error-xml-unclosed-cdata = Der CDATA-Abschnitt ist nicht geschlossen.
    .remedy = Mit `]]>` schließen.
error-xml-unclosed-instruction = Die Verarbeitungsanweisung ist nicht geschlossen.
    .remedy = Mit `?>` schließen.
error-xml-unclosed-doctype = Die Dokumenttyp-Deklaration ist nicht geschlossen.
    .remedy = Mit `>` schließen oder herausnehmen: Sie wird nicht gebraucht.
error-xml-bad-markup = Mit `<` beginnt hier kein Markup.
    .remedy = Für ein Kleiner-Zeichen im Text `&lt;` schreiben.
error-xml-bad-name = „{ $name }“ ist kein XML-Name.
    .remedy = Namen beginnen mit einem Buchstaben; ist es Text, dann `&lt;` für `<` schreiben.
error-xml-bad-attribute = Das Attribut `{ $name }` ist nicht so geschrieben, wie XML es verlangt.
    .remedy = `{ $name }="…"` schreiben, mit einem Leerzeichen davor.
error-xml-duplicate-attribute = Das Attribut `{ $name }` steht zweimal in einem Tag.
    .remedy = Eines von beiden löschen.
error-xml-less-than-in-attribute = Im Wert des Attributs `{ $name }` steht ein `<`.
    .remedy = `&lt;` schreiben.
error-xml-bare-ampersand = Mit `&` beginnt hier kein Verweis.
    .remedy = Für ein Und-Zeichen im Text `&amp;` schreiben.
error-xml-bad-reference = `&{ $reference };` steht für kein Zeichen, das XML erlaubt.
    .remedy = Löschen: XML kann dieses Zeichen nicht schreiben.
error-xml-forbidden-character = Das Zeichen { $character } ist in XML nicht erlaubt.
    .remedy = Löschen: XML kann dieses Zeichen nicht schreiben.
error-xml-cdata-end-in-text = Im Text steht `]]>`.
    .remedy = `]]&gt;` schreiben.
error-xml-double-hyphen = In einem Kommentar steht `--`.
    .remedy = Einen einfachen Bindestrich oder einen Gedankenstrich schreiben.
error-xml-mismatched-end = Wo `</{ $expected }>` fällig ist, steht `</{ $found }>`.
    .remedy = Zuerst `{ $expected }` schließen. Die Einheit wurde übergangen, die anderen bleiben.
error-xml-unexpected-end = `</{ $name }>` schließt nichts.
    .remedy = Löschen, oder das Start-Tag wieder einsetzen, das dazugehört.
error-xml-unclosed-element = `<{ $name }>` ist nicht geschlossen.
    .remedy = Mit `</{ $name }>` schließen. Die Einheit wurde übergangen, die anderen bleiben.
error-xml-text-outside-root = Außerhalb des Wurzelelements steht Text.
    .remedy = Löschen.
error-xml-second-root = `<{ $name }>` ist ein zweites Wurzelelement.
    .remedy = Eine eigene Datei daraus machen.
error-xml-no-root = Die Datei enthält kein Element.
    .remedy = Eine TMX-Datei angeben.
error-xml-bad-declaration = Die XML-Deklaration ist fehlerhaft.
    .remedy = `<?xml version="1.0" encoding="UTF-8"?>` schreiben.
error-xml-misplaced-declaration = Eine XML-Deklaration darf nur ganz am Anfang stehen.
    .remedy = Löschen, was davor steht, oder sie selbst.
error-xml-bad-doctype = Die Dokumenttyp-Deklaration ist fehlerhaft oder steht am falschen Ort.
    .remedy = Herausnehmen: Sie wird nicht gebraucht.
error-xml-too-deep = Mehr als { $limit } Elemente stecken ineinander.
    .remedy = Solche Tiefe hat in einem Memory keinen Sinn: nachsehen, was die Datei geschrieben hat.
error-xml-unknown-entity = Die Entität `&{ $name };` wird nicht aufgelöst und bleibt, wie sie ist.
    .remedy = Das Zeichen selbst schreiben.
error-xml-version = Die Datei erklärt sich zu XML { $version }; gelesen wird sie als XML 1.0.
    .remedy = Version 1.0 angeben.

## Kodierung

error-tmx-encoding = Angegeben ist { $declared }, gelesen wurde { $actual }.
    .remedy = Die Angabe berichtigen oder die Datei als UTF-8 speichern: `hexapla tmx fmt` tut das.
error-tmx-encoding-unknown = Die angegebene Kodierung { $declared } ist unbekannt; gelesen wurde { $actual }.
    .remedy = Die Kodierung mit ihrem üblichen Namen angeben oder die Datei als UTF-8 speichern.
error-tmx-encoding-undecodable = Einige Bytes sind kein { $encoding }; an ihrer Stelle steht U+FFFD.
    .remedy = Die Datei in der Kodierung speichern, die sie angibt.
error-tmx-undecodable = Hier stehen Bytes, die kein { $encoding } sind; die Einheit wurde übergangen.
    .remedy = Die Datei in der Kodierung speichern, die sie angibt.

## Die Datei

error-tmx-empty-file = Die Datei ist leer.
    .remedy = Eine TMX-Datei angeben.
error-tmx-not-tmx = Das Wurzelelement ist `{ $root }`, nicht `tmx`.
    .remedy = Eine TMX-Datei angeben.
error-tmx-not-xml = Das ist kein XML.
    .remedy = Eine TMX-Datei angeben.
error-tmx-refused-entity = Die Entität `{ $name }` verweist auf andere Entitäten oder auf eine Datei. Die Datei wurde abgelehnt.
    .remedy = Die Entitäten aus der Dokumenttyp-Deklaration herausnehmen.
error-tmx-unclosed-unit = Die Einheit hat kein Ende; sie wurde übergangen.
    .remedy = Mit `</tu>` schließen.
error-tmx-unit-too-large = Die Einheit ist größer als { $limit } Bytes; sie wurde übergangen.
    .remedy = Teilen, oder nach einem fehlenden `</tu>` suchen.
error-tmx-truncated = Die Datei endet vor `</body></tmx>`.
    .remedy = Sie wurde abgeschnitten: von ihrer Quelle neu holen. Was darin heil ist, bleibt.
error-tmx-trailing-nuls = Nach dem Ende des Dokuments folgen NUL-Zeichen.
    .remedy = Löschen: Nicht jeder Parser lässt sie durchgehen.
error-tmx-trailing-junk = Nach dem Ende des Dokuments folgt noch etwas.
    .remedy = Löschen, was auf `</tmx>` folgt.
error-tmx-unit-outside-body = Eine Einheit steht außerhalb des Rumpfs.
    .remedy = Sie in `body` verschieben.
error-tmx-missing-element = In `{ $parent }` fehlt `{ $element }`.
    .remedy = `{ $element }` ergänzen; einen fehlenden Kopf ergänzt `hexapla tmx fmt`.
error-tmx-unexpected-element = `{ $element }` darf nicht in `{ $parent }` stehen.
    .remedy = Löschen, oder den Inhalt in einem `prop` aufbewahren.
error-tmx-wrong-order = `{ $element }` steht in `{ $parent }` an der falschen Stelle.
    .remedy = Erst Notizen und Eigenschaften, dann Varianten oder das Segment; `hexapla tmx fmt` ordnet sie.
error-tmx-unexpected-text = Unmittelbar in `{ $parent }` steht Text.
    .remedy = Löschen, oder in ein Segment oder eine Notiz verschieben.
error-tmx-unknown-attribute = `{ $element }` hat kein Attribut `{ $attribute }`.
    .remedy = Löschen, oder den Wert in einem `prop` aufbewahren.
error-tmx-missing-attribute = In `{ $element }` fehlt das Attribut `{ $attribute }`.
    .remedy = `{ $attribute }="…"` ergänzen.
error-tmx-bad-value = „{ $value }“ ist kein Wert für das Attribut `{ $attribute }` von `{ $element }`.
    .remedy = Einen der Werte verwenden, die der Standard aufzählt.
error-tmx-unknown-version = „{ $version }“ ist keine Version von TMX.
    .remedy = Version 1.4 angeben; `hexapla tmx fmt` schreibt sie.
error-tmx-missing-version = Es ist keine Version angegeben.
    .remedy = Version 1.4 angeben; `hexapla tmx fmt` schreibt sie.
error-tmx-missing-base = `ude` bildet Codes ab, ohne deren Kodierung zu nennen.
    .remedy = Sie in `base` nennen.
error-tmx-bad-map = „{ $value }“ in `{ $attribute }` von `map` ist kein Codepunkt.
    .remedy = Codepunkte als `#x` mit hexadezimalen Ziffern schreiben.

## Die Einheit

error-tmx-bad-date = „{ $value }“ in `{ $attribute }` ist kein Datum, das alle Werkzeuge lesen.
    .remedy = Als JJJJMMTTThhmmssZ schreiben, in UTC.
error-tmx-bad-language = „{ $value }“ ist kein Sprachkürzel.
    .remedy = Ein Kürzel nach BCP 47 verwenden, etwa `de` oder `pt-BR`.
error-tmx-underscore-in-language = In „{ $value }“ steht `_`, wo Sprachkürzel `-` haben.
    .remedy = Mit `-` schreiben, wie BCP 47 es will.
error-tmx-language-conflict = `lang` sagt „{ $lang }“ und `xml:lang` sagt „{ $xmllang }“.
    .remedy = `xml:lang` behalten und `lang` löschen.
error-tmx-old-language-attribute = Hier steht `lang`, wo diese Version `xml:lang` hat.
    .remedy = `xml:lang` schreiben; `hexapla tmx fmt` tut das.
error-tmx-blank-in-tuid = Im Namen „{ $value }“ steht Leerraum.
    .remedy = Eine `tuid` ohne Leerraum verwenden.
error-tmx-duplicate-tuid = Den Namen „{ $value }“ hat schon Einheit { $first }.
    .remedy = Jeder Einheit eine eigene `tuid` geben, oder keine.
error-tmx-bad-number = „{ $value }“ in `{ $attribute }` ist keine Zahl.
    .remedy = Nur Ziffern schreiben.
error-tmx-missing-source = Keine Variante ist in der Ausgangssprache `{ $language }`.
    .remedy = Sie ergänzen, oder die Ausgangssprache in `srclang` nennen.
error-tmx-single-variant = Die Einheit hat nur eine Variante: Nichts ist übersetzt.
    .remedy = Übersetzen oder weglassen: `hexapla tmx filter --drop untranslated`.
error-tmx-duplicate-variant = Dies ist eine zweite Variante in `{ $language }`.
    .remedy = Eine behalten, oder aus jeder eine Einheit machen.
error-tmx-empty-segment = Das Segment in `{ $language }` ist leer.
    .remedy = Übersetzen oder weglassen: Manche Werkzeuge setzen die Leere als Übersetzung ein.
error-tmx-segment-blanks = Das Segment in `{ $language }` beginnt oder endet mit Leerraum.
    .remedy = Den Leerraum aus dem Segment herausnehmen.
error-tmx-unpaired-bpt = Zu `bpt` { $i } gibt es kein `ept`.
    .remedy = Das `ept` ergänzen, oder `it pos="begin"` schreiben.
error-tmx-unpaired-ept = Vor `ept` { $i } steht kein `bpt`.
    .remedy = Das `bpt` ergänzen, oder `it pos="end"` schreiben.
error-tmx-duplicate-i = Ein zweites `bpt` des Segments hat die Nummer { $i }.
    .remedy = Jedes Paar eines Segments anders nummerieren.
error-tmx-unmatched-x = Zu `{ $element }` { $x } gibt es in der Variante in `{ $language }` kein Gegenstück.
    .remedy = Codes, die zusammengehören, in allen Varianten dasselbe `x` geben.
error-tmx-isolated-pair = Beide Hälften von `it` { $x } stehen in einem Segment.
    .remedy = Sie als `bpt` und `ept` schreiben.
error-tmx-deprecated-ut = `ut` ist veraltet.
    .remedy = `bpt`, `ept`, `ph` oder `it` verwenden.
error-tmx-repeated = { $count } weitere derselben Art: { $code }.
    .remedy = `--verbose` zeigt alle.
