### What is wrong with a memory file, by the code of the diagnostic; `.remedy`: what to do.
###
### Glossary: unit (tu), variant (tuv), segment (seg), code (bpt, ept, ph, it), element, attribute.

## XML

error-xml-unclosed-tag = The tag is not closed.
    .remedy = Close it with `>`; a quote may be missing. The unit was skipped, the others are kept.
error-xml-unclosed-comment = The comment is not closed.
    .remedy = Close it with `-->`.
error-xml-unclosed-cdata = The CDATA section is not closed.
    .remedy = Close it with `]]>`.
error-xml-unclosed-instruction = The processing instruction is not closed.
    .remedy = Close it with `?>`.
error-xml-unclosed-doctype = The document type declaration is not closed.
    .remedy = Close it with `>`, or take it out: it is not needed.
error-xml-bad-markup = `<` begins no markup here.
    .remedy = Write `&lt;` for a literal less-than sign.
error-xml-bad-name = “{ $name }” is no XML name.
    .remedy = Names begin with a letter; if this is text, write `&lt;` for `<`.
error-xml-bad-attribute = The attribute `{ $name }` is not written as XML wants it.
    .remedy = Write `{ $name }="…"`, with a blank before it.
error-xml-duplicate-attribute = The attribute `{ $name }` stands twice in one tag.
    .remedy = Delete one of the two.
error-xml-less-than-in-attribute = There is a `<` in the value of the attribute `{ $name }`.
    .remedy = Write `&lt;`.
error-xml-bare-ampersand = `&` begins no reference here.
    .remedy = Write `&amp;` for a literal ampersand.
error-xml-bad-reference = `&{ $reference };` refers to no character that XML allows.
    .remedy = Delete it: XML has no way to write this character.
error-xml-forbidden-character = The character { $character } is not allowed in XML.
    .remedy = Delete it: XML has no way to write this character.
error-xml-cdata-end-in-text = `]]>` stands in text.
    .remedy = Write `]]&gt;`.
error-xml-double-hyphen = `--` stands in a comment.
    .remedy = Write a single hyphen or a dash.
error-xml-mismatched-end = `</{ $found }>` comes where `</{ $expected }>` is due.
    .remedy = Close `{ $expected }` first. The unit was skipped, the others are kept.
error-xml-unexpected-end = `</{ $name }>` closes nothing.
    .remedy = Delete it, or put the start tag back that belongs to it.
error-xml-unclosed-element = `<{ $name }>` is not closed.
    .remedy = Close it with `</{ $name }>`. The unit was skipped, the others are kept.
error-xml-text-outside-root = Text stands outside of the root element.
    .remedy = Delete it.
error-xml-second-root = `<{ $name }>` is a second root element.
    .remedy = Make it a file of its own.
error-xml-no-root = There is no element in it.
    .remedy = Give a TMX file.
error-xml-bad-declaration = The XML declaration is malformed.
    .remedy = Write `<?xml version="1.0" encoding="UTF-8"?>`.
error-xml-misplaced-declaration = An XML declaration may only stand at the very start.
    .remedy = Delete what stands before it, or delete it.
error-xml-bad-doctype = The document type declaration is malformed or in the wrong place.
    .remedy = Take it out: it is not needed.
error-xml-too-deep = More than { $limit } elements stand in one another.
    .remedy = Such depth means nothing in a memory: see what wrote the file.
error-xml-unknown-entity = The entity `&{ $name };` is not expanded and stays as written.
    .remedy = Write the character itself.
error-xml-version = The file declares XML { $version }; it is read as XML 1.0.
    .remedy = Declare version 1.0.

## Encoding

error-tmx-encoding = The file declares { $declared }, but it was read as { $actual }.
    .remedy = Correct the declaration, or save the file as UTF-8: `hexapla tmx fmt` does.
error-tmx-encoding-unknown = The declared encoding { $declared } is not known; the file was read as { $actual }.
    .remedy = Declare the encoding by its usual name, or save the file as UTF-8.
error-tmx-encoding-undecodable = Some bytes are not { $encoding }; U+FFFD stands in their place.
    .remedy = Save the file in the encoding that it declares.
error-tmx-undecodable = There are bytes here that are not { $encoding }; the unit was skipped.
    .remedy = Save the file in the encoding that it declares.

## The file

error-tmx-empty-file = The file is empty.
    .remedy = Give a TMX file.
error-tmx-not-tmx = The root element is `{ $root }`, not `tmx`.
    .remedy = Give a TMX file.
error-tmx-not-xml = This is no XML.
    .remedy = Give a TMX file.
error-tmx-refused-entity = The entity `{ $name }` refers to other entities or to a file. The file was refused.
    .remedy = Take the entity declarations out of the document type declaration.
error-tmx-unclosed-unit = The unit has no end; it was skipped.
    .remedy = Close it with `</tu>`.
error-tmx-unit-too-large = The unit is larger than { $limit } bytes; it was skipped.
    .remedy = Split it, or look for a missing `</tu>`.
error-tmx-truncated = The file ends before `</body></tmx>`.
    .remedy = It was cut off: get it again from where it came. The whole units in it are kept.
error-tmx-trailing-nuls = NULs follow the end of the document.
    .remedy = Delete them: not every parser lets them pass.
error-tmx-trailing-junk = Something follows the end of the document.
    .remedy = Delete what follows `</tmx>`.
error-tmx-unit-outside-body = A unit stands outside of the body.
    .remedy = Move it into the body.
error-tmx-missing-element = `{ $parent }` lacks its `{ $element }`.
    .remedy = Add `{ $element }`; `hexapla tmx fmt` fills in a missing header.
error-tmx-unexpected-element = `{ $element }` may not stand in `{ $parent }`.
    .remedy = Delete it, or keep what it says in a `prop`.
error-tmx-wrong-order = `{ $element }` stands in the wrong place in `{ $parent }`.
    .remedy = Notes and props come first, then variants or the segment; `hexapla tmx fmt` puts them in order.
error-tmx-unexpected-text = There is text directly in `{ $parent }`.
    .remedy = Delete it, or move it into a segment or a note.
error-tmx-unknown-attribute = `{ $element }` has no attribute `{ $attribute }`.
    .remedy = Delete it, or keep its value in a `prop`.
error-tmx-missing-attribute = `{ $element }` lacks its attribute `{ $attribute }`.
    .remedy = Add `{ $attribute }="…"`.
error-tmx-bad-value = “{ $value }” is no value for the attribute `{ $attribute }` of `{ $element }`.
    .remedy = Use one of the values that the standard lists.
error-tmx-unknown-version = “{ $version }” is no version of TMX.
    .remedy = Declare version 1.4; `hexapla tmx fmt` writes it.
error-tmx-missing-version = No version is declared.
    .remedy = Declare version 1.4; `hexapla tmx fmt` writes it.
error-tmx-missing-base = The `ude` maps codes without naming their encoding.
    .remedy = Name it in `base`.
error-tmx-bad-map = “{ $value }” in `{ $attribute }` of `map` is no code point.
    .remedy = Write code points as `#x` and hexadecimal digits.

## The unit

error-tmx-bad-date = “{ $value }” in `{ $attribute }` is no date that all tools read.
    .remedy = Write it as YYYYMMDDThhmmssZ, in UTC.
error-tmx-bad-language = “{ $value }” is no language tag.
    .remedy = Use a BCP 47 tag such as `de` or `pt-BR`.
error-tmx-underscore-in-language = “{ $value }” has `_` where language tags have `-`.
    .remedy = Write it with `-`, as BCP 47 has it.
error-tmx-language-conflict = `lang` says “{ $lang }” and `xml:lang` says “{ $xmllang }”.
    .remedy = Keep `xml:lang` and delete `lang`.
error-tmx-old-language-attribute = `lang` stands where this version has `xml:lang`.
    .remedy = Write `xml:lang`; `hexapla tmx fmt` does.
error-tmx-blank-in-tuid = There is white space in the name “{ $value }”.
    .remedy = Use a `tuid` without white space.
error-tmx-duplicate-tuid = Unit { $first } already has the name “{ $value }”.
    .remedy = Give each unit its own `tuid`, or none.
error-tmx-bad-number = “{ $value }” in `{ $attribute }` is no number.
    .remedy = Write digits only.
error-tmx-missing-source = No variant is in the source language `{ $language }`.
    .remedy = Add it, or name the source language in `srclang`.
error-tmx-single-variant = The unit has only one variant: nothing is translated.
    .remedy = Translate it, or leave it out: `hexapla tmx filter --drop untranslated`.
error-tmx-duplicate-variant = This is a second variant in `{ $language }`.
    .remedy = Keep one, or make a unit of each.
error-tmx-empty-segment = The segment in `{ $language }` is empty.
    .remedy = Translate it, or leave it out: some tools insert the emptiness as a translation.
error-tmx-segment-blanks = The segment in `{ $language }` begins or ends with white space.
    .remedy = Move the white space out of the segment.
error-tmx-unpaired-bpt = `bpt` { $i } has no `ept`.
    .remedy = Add the `ept`, or write it as `it pos="begin"`.
error-tmx-unpaired-ept = `ept` { $i } has no `bpt` before it.
    .remedy = Add the `bpt`, or write it as `it pos="end"`.
error-tmx-duplicate-i = A second `bpt` of the segment has the number { $i }.
    .remedy = Number each pair of a segment differently.
error-tmx-unmatched-x = `{ $element }` { $x } has no match in the variant in `{ $language }`.
    .remedy = Give codes that belong together the same `x` in all variants.
error-tmx-isolated-pair = Both halves of `it` { $x } stand in one segment.
    .remedy = Write them as `bpt` and `ept`.
error-tmx-deprecated-ut = `ut` is deprecated.
    .remedy = Use `bpt`, `ept`, `ph` or `it`.
error-tmx-repeated = { $count } more of the same: { $code }.
    .remedy = `--verbose` shows them all.
