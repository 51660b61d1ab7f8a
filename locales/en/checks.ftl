### Checks of pairs that are otherwise in order, markers in pages, and `hexapla explain`.
###
### Glossary: rule, finding, marker (a comment in a page that silences a rule), placeholder, inline markup, block.

rule-numbers = The source and its translation give different numbers.
remedy-numbers = Correct the number on the side that is wrong.
rule-spelled-numbers = A number stands on one side only.
remedy-spelled-numbers = See whether the other side says it in words; usually it does.
rule-links = The source and its translation lead to different addresses.
remedy-links = Correct the address, or add the one that is missing.
rule-inline-codes = Inline markup is missing, added or broken.
remedy-inline-codes = Set the same markup as in the source around the words that it belongs to.
rule-placeholders = A placeholder is missing, added or changed.
remedy-placeholders = Copy placeholders from the source letter by letter.
rule-punctuation = This does not end as it should in { $language }.
remedy-punctuation = Set the closing sign that the source has, in the form of this language.
rule-length = For a translation, this is unusually long or short.
remedy-length = See whether something is missing, or stands here that belongs elsewhere.
rule-inconsistent = The same sentence is translated differently elsewhere.
remedy-inconsistent = Settle on one wording, unless the context asks for two.
rule-unused-marker = This marker silences nothing, or a name in it is unknown.
remedy-unused-marker = Delete it, or correct the names in it; `hexapla explain` lists all rules.

circumstance-moved = moved
circumstance-split = split into several sentences
circumstance-merged = merged from several sentences
circumstance-both-edited = the translation was edited as well
finding-also = also
finding-also-more = and { PLURAL($n) ->
    [one] { NUM($n) } more place
   *[other] { NUM($n) } more places
}

## explain

command-explain = Explain a rule: what it means, what to do, how to switch it off
command-explain-details =
    Findings carry the name of a rule in brackets, as in `error[stale]`. This explains it, with an example. Without a
    name, all rules are listed with their severity.
command-explain-examples =
    hexapla explain
        All rules
    hexapla explain stale
        What `stale` means and what to do about it
argument-explain-rule = The name of a rule
value-rule = RULE
error-explain-rule = There is no rule `{ $rule }`.
    .remedy = `hexapla explain` lists all rules.
explain-heading-example = Example
explain-heading-remedy = What to do
explain-heading-off = How to switch it off
explain-off-everywhere = everywhere, in hexapla.toml; "note", "warning" and "error" change its severity
explain-off-block = for the next block of a page; say why after the colon
explain-off-from-here = from here on, until the second comment
explain-off-list = `hexapla explain RULE` explains one of them. A severity can be changed in hexapla.toml, for example:

explain-missing-page =
    The page is offered in this language, but there is no file at the place where the patterns in hexapla.toml expect
    it. All its text counts as untranslated. A page that nobody intends to translate belongs under `not-offered`.
explain-missing-segment =
    A sentence of the source has no counterpart in the translation, and never had one as far as anyone knows.
explain-deleted-target =
    The translation of this sentence was there once and was deleted, while the source still has it.
explain-untranslated-copy =
    The translated page repeats the words of the source. Names, numbers, addresses and single words that may be alike
    in both languages are not reported.
explain-wrong-language =
    The text is in another language of the project than the page. The script decides first, then the frequency of
    letters; a short text is in no language for sure and is not reported.
explain-stale =
    The source was changed after this was translated, in words, numbers or negation. The finding shows what changed in
    the source, word by word, since which commit, and who says so. Once the translation follows, it is current again.
explain-stale-minor =
    The source was changed after this was translated, but only in punctuation, markup, a link, or one letter of a long
    word. Usually the translation stays right.
explain-obsolete-segment =
    The sentence that this was translated from has been deleted from the source. The translation still says it.
explain-extra-segment =
    The translated page says something that the source never said: a note by the translator, for instance, or a
    sentence whose source nobody wrote.
explain-orphan-page =
    The page lies where translations lie, but there is no source page for it. Often the source was renamed.
explain-unverified =
    Source and translation seem to belong together, but nothing tells which wording the translation was made from:
    no memory, no history, no declaration. It may be right; nobody can vouch for it, so it is not shown as current.
explain-numbers =
    A number on one side has no counterpart on the other. Decimal signs, thousands, other digits, dates and months, times of day,
    Roman numerals and small numbers in words are understood; 30.2%, 30,2 % and ٣٠٫٢٪ are the same.
explain-spelled-numbers =
    A small number stands in digits on one side, and the other has no digits for it and no word that is known. Mostly it
    is there in words, or in the grammar; where the translator dropped it, the sentence is wrong.
explain-links =
    A web or e-mail address on one side has no counterpart on the other. The language in an address may differ: /de/ and
    /en/, de.example.org and en.example.org. Links between pages of the site are not compared.
explain-inline-codes =
    Links, code, images or emphasis stand on one side only, or markup is broken so that its signs show in the text.
explain-placeholders =
    A program puts values in for { "{name}" }, { "{{ name }}" }, { "${name}" }, %s or %1$d. A placeholder that is
    translated or misspelt breaks the page.
explain-punctuation =
    The source asks a question or announces something with a colon, and the translation does not; or the translation ends
    with a sign of another language, such as ? for ؟ in Arabic.
explain-length =
    The translation is far longer or shorter than its source, measured against all pairs of this language in the project.
    Only extreme cases are reported: often half a sentence is missing.
explain-inconsistent =
    A sentence that stands in several places of the source has translations that differ in words. It is listed once, with
    its places.
explain-empty-page =
    There is no text on the page, or nothing in it is meant to be translated.
explain-odd-page =
    Something about the page is odd: broken front matter, or a wrong declaration of its encoding. It was read all the same.
explain-unreadable-page =
    The page could not be read: it is not text, or in an encoding that it does not declare. Nothing is known of it.
explain-unused-marker =
    A comment of the form `hexapla-ignore` or `hexapla-off` silences no finding: what it was written for has been mended,
    or a rule in it is misspelt. Such comments would hide the next fault.
