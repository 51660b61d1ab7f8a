### What can go wrong: what happened and where; `.remedy`: what to do.
###
### Glossary: page, segment, source and target (text), translation memory, rule, gate (what lets `check` fail).
### Commands, options, file names and keys of the configuration stay as they are, in `backquotes`.

label-error = error
label-warning = warning
label-note = note
label-help = help
label-hint = hint
did-you-mean = Did you mean { $similar }?

## The command line

error-usage-command = There is no command `{ $given }`.
    .remedy = The commands are { $commands }. `hexapla --help` says what they do.
error-usage-option = `{ $command }` has no option `{ $option }`.
    .remedy = `{ $command } --help` lists the options. Put `--` before file names that begin with a hyphen.
error-usage-extra = `{ $argument }` is one argument too many.
    .remedy = `{ $command } --help` shows what belongs where.
error-usage-value = `{ $option }` cannot be “{ $value }”.
    .remedy = It may be { $values }.
error-usage-no-value = `{ $option }` needs a value.
    .remedy = `{ $command } --help` shows what goes with it.
error-usage-twice = `{ $option }` was given twice.
    .remedy = Keep one of the two. `{ $command } --help` shows the options.
error-usage-conflict = `{ $first }` and `{ $second }` do not go together.
    .remedy = Choose one of them. `{ $command } --help` explains both.
error-usage-missing = Something is missing: { $arguments }.
    .remedy = `{ $command } --help` shows how it is called, with examples.
error-usage-encoding = An argument is not valid UTF-8.
    .remedy = Only file names may be written otherwise. `{ $command } --help` shows the arguments.
error-usage-other = The command line could not be understood ({ $reason }).
    .remedy = `{ $command } --help` shows how it is called.
error-ui-language = There are no messages in the language “{ $language }”.
    .remedy = Choose one of { $available }; a region may follow, as in `ar-EG`.
error-language = “{ $tag }” is not a language tag.
    .remedy = Write a BCP 47 tag such as `de`, `en-GB` or `ar-SA`.
error-language-needed = Nothing says which language { $path } is in.
    .remedy = Say it with `{ $option }`, for example `{ $option } de`.

## Files

error-file-missing = { $path } does not exist.
    .remedy = Check the spelling of the path; it is taken from the directory you are in.
error-file-denied = { $path } may not be read or written by you.
    .remedy = Change its permissions, or run the command as its owner.
error-file-directory = { $path } is a directory, and a file is wanted.
    .remedy = Name a file in it.
error-read = { $path } could not be read: { $reason }.
    .remedy = See that the file is intact and within reach, and try again.
error-write = { $path } could not be written: { $reason }.
    .remedy = See that the directory exists, that you may write to it, and that the disk is not full.
error-output = The output could not be written: { $reason }.
    .remedy = See that the disk is not full and that what you write to is open.
error-file-binary = { $path } is a binary file, not text.
    .remedy = Name a page in plain text, Markdown or HTML, or leave this one out with `skip` in hexapla.toml.
error-not-utf8 = { $place }: the byte { $byte } is not UTF-8, and the file declares no other encoding.
    .remedy = Save the file as UTF-8, or declare its encoding in it (HTML: `<meta charset="…">`; others: a byte order mark).
error-not-as-declared = { $place }: the byte { $byte } is not { $encoding }, which the file declares.
    .remedy = Declare the encoding that the file really has, or save it as UTF-8.
error-unknown-encoding = { $path } declares the encoding “{ $encoding }”, which nobody knows, and is not UTF-8.
    .remedy = Save the file as UTF-8 and declare that.
error-other = { $reason }.
    .remedy = If this does not tell you what to do, please report it, with the command and the file.

## The project

error-no-configuration = There is no hexapla.toml in { $start } or above it.
    .remedy = Write one with `hexapla init`, or name the directory of the project.
error-outside = { $path } lies outside the project.
    .remedy = Name a path within the project's directory; `..` and links must not lead out of it.
error-configuration = { $place }: this is no TOML ({ $reason }).
    .remedy = Correct that line. `hexapla init --dry-run` shows what a whole configuration looks like, with every key explained.
error-configuration-type = { $place }: { $wanted ->
        [list] a list is wanted here.
        [text] a text in quotation marks is wanted here.
        [number] a number is wanted here.
        [truth] `true` or `false` is wanted here.
       *[table] a table is wanted here.
    }
    .remedy = { $wanted ->
        [list] Write it in square brackets, even if it is a single value: `["en"]`.
        [text] Write it in quotation marks: `"de"`.
        [number] Write it without quotation marks: `95`.
        [truth] Write one of the two, without quotation marks.
       *[table] Write it as `{"{"} en = 95 {"}"}`, or under a heading in square brackets.
    } `hexapla init --dry-run` shows what a whole configuration looks like.
error-configuration-missing = { $place }: the key `{ $key }` is missing in this table.
    .remedy = Add it. `hexapla init --dry-run` shows what a whole configuration looks like, with every key explained.
error-configuration-twice = { $place }: this stands there twice.
    .remedy = Join the two, or delete one.
error-configuration-key = { $place }: there is no key `{ $key }`.
    .remedy = Correct or delete it. Keys are spelled in small letters with hyphens.
error-configuration-language = { $place }: “{ $language }” is not a language tag.
    .remedy = Write a BCP 47 tag such as `de`, `en-GB` or `ar-SA`.
error-configuration-language-twice = { $place }: the language { $language } is named twice.
    .remedy = Name the source language only in `source`, and each target once in `targets`.
error-configuration-no-language = { $place }: the pattern `{ $pattern }` does not say where the language stands.
    .remedy = Write `{"{"}language{"}"}` where the code of the language stands in the path.
error-configuration-wildcards = { $place }: the wildcards of `{ $pattern }` are not those of the source pattern.
    .remedy = Use the same `*` and `**` in the same order: what they match is carried over to the target.
error-configuration-outside = { $place }: the pattern `{ $pattern }` leads out of the project.
    .remedy = Write patterns relative to hexapla.toml, without `..` and without a `/` at the start.
error-configuration-brace = { $place }: a brace in `{ $pattern }` is not closed.
    .remedy = Close it. Alternatives are written as in `*.{"{"}md,html{"}"}`.
error-configuration-no-targets = { $place }: there is no language to translate into.
    .remedy = Name the target languages: `targets = ["en", "ru"]`.
error-configuration-no-documents = { $place }: nothing says which pages there are.
    .remedy = Add a table `[[documents]]` with `source` and `target`. `hexapla init` finds them by itself.
error-configuration-value = { $place }: “{ $value }” is not possible here.
    .remedy = It may be { $possible }.
error-pattern-matches-nothing = { $place }: the pattern `{ $pattern }` matches no file.
    .remedy = Correct the pattern or delete its table. `hexapla list` shows what the patterns match and what they miss.
error-target-claimed-twice = { $first } and { $second } would both have the translation { $target }.
    .remedy = Tell the two apart in the patterns of hexapla.toml.
error-not-a-target = The project does not translate into “{ $language }”.
    .remedy = It translates into { $known }. More languages are added to `targets` in hexapla.toml.
error-memory = { $path } cannot be used as a translation memory: { $reason }.
    .remedy = Mend the file, or restore it from version control.
error-crash = The reader gave up on { $path }. That is a mistake in hexapla.
    .remedy = Please report it with the page. With `skip` in hexapla.toml the rest of the site can be checked meanwhile.
error-unknown-format = The name { $path } does not tell what kind of page it is.
    .remedy = Give it one of the endings .md, .html, .txt, or say `--input`.
error-configuration-exists = { $path } exists already.
    .remedy = Edit it, or rename it and run `hexapla init` again. Nothing was changed.
error-no-pages = There are no pages in { $root }.
    .remedy = Pages are files that end in .md, .html or .txt. Go to the directory of the site, or name it: `hexapla init DIRECTORY`.
error-nothing-to-pair = No pages in { $root } look like translations of each other.
    .remedy = Pages are found by a language code in a directory (`de/garden.md`) or file name (`garden.de.md`). Where nothing is translated yet, say what into: `hexapla init --source de --targets en,ru`. Write hexapla.toml by hand for other layouts.
error-not-in-project = { $path } is no page of this project and holds none.
    .remedy = `hexapla list` shows the pages of the project.
error-export-one-file = { $path } is one file, but there are { $count } languages to write.
    .remedy = Name a directory, or choose one language with `--language`.
error-history-not-a-repository = The history of the pages is needed, but the project lies in no git repository.
    .remedy = Run hexapla in a clone of the site's repository, or write `history = "auto"` in hexapla.toml.
error-history-git-missing = The history of the pages is needed, but there is no `git` here to ask.
    .remedy = Install git and see that it is on the PATH, or write `history = "off"` in hexapla.toml.
error-history-no-commits = The history of the pages is needed, but the repository has no commits yet.
    .remedy = Commit the pages first, or write `history = "auto"` in hexapla.toml.
error-history-shallow = The clone is shallow: the older commits, which say what is stale, are not here.
    .remedy = Fetch them with `git fetch --unshallow`; in GitHub Actions, `fetch-depth: 0` at `actions/checkout`. `history = "off"` does without them.
error-history-incomplete = The clone is partial: files of older commits are not here.
    .remedy = Fetch them with `git fetch --refetch --no-filter`, or clone without `--filter`.
error-history-ownership = The repository belongs to another user, and git does not trust it.
    .remedy = If you trust it: `git config --global --add safe.directory DIRECTORY`.
error-history-broken = Git failed: { $message }.
    .remedy = See what `git status` and `git fsck` say in that directory.
