### Отчёт как страница для браузера и `hexapla diff`.
###
### Глоссарий: column = столбец · row = строка · page = страница · state = состояние · source = исходный текст.

html-languages = Языки
html-pages = Страницы, на которых есть что делать
html-work = Что нужно сделать
html-legend = Что означают знаки
html-all = все
html-state = состояние
html-minor = немного устарело
html-other = прочее
html-all-pages = Все страницы
html-whole-page = вся страница
html-no-source = нет в исходном тексте
html-nothing = делать нечего

## diff

command-diff = Показать, что изменилось в исходном тексте, рядом с предложением, которое нужно поправить
command-diff-details =
    Показывает для страницы и её переводов, что изменилось в исходном тексте с тех пор, как его перевели: убранное — `[-так-]`,
    добавленное — `{"{"}+так+{"}"}`, а под ним предложение перевода, которое нужно поправить. Новые предложения и те, чьего
    исходного текста больше нет, тоже показаны.
command-diff-examples =
    hexapla diff content/de/garden.md --language ru
        Что нужно сделать на русской странице
    hexapla diff content/ru/garden.md
        То же самое: можно назвать и перевод
    hexapla diff content/de --base ../site-of-last-year
        Все страницы каталога рядом с прежней копией
argument-diff-pages = Исходные страницы, переводы или каталоги с ними
diff-changes = { $language }: { PLURAL($n) ->
    [one] { NUM($n) } изменение
    [few] { NUM($n) } изменения
    [many] { NUM($n) } изменений
   *[other] { NUM($n) } изменения
}
diff-none = В исходном тексте не изменилось ничего, чего не было бы в переводе.
