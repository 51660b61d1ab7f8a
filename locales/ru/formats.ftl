### Виды, в которых выходит отчёт.
###
### Глоссарий: form = вид · finding = замечание · gate = проверка · source = исходный текст · stale = устарело ·
### obsolete = лишнее · unknown = неясно. Названия правил — короткие, без точки.

option-report-format = Вид вывода; ВИД=ФАЙЛ записывает его в файл. Можно указать несколько раз
error-format-no-file = В `--format { $format }=` не указан файл.
    .remedy = Напишите `--format { $format }=ФАЙЛ` или `--format { $format }` для стандартного вывода.
error-formats-one-output = `{ $first }` и `{ $second }` нельзя вместе направить в стандартный вывод.
    .remedy = Запишите один из них в файл: `--format { $second }=ФАЙЛ`.
error-formats-one-file = `{ $first }` и `{ $second }` попали бы в один файл { $path }.
    .remedy = Укажите для каждого свой файл.

list-more = { $head }, { $last }
said-and-beside = { $said }; { $beside }.
percent = { NUM($n) }{"\u00A0"}%
report-left-out = Здесь не показано: { $what }. Показано самое важное; всё перечисляет `hexapla check`.

## Markdown и HTML

markdown-title = Переводы
column-language = язык
column-page = страница
column-translated = переведено
column-up-to-date = актуально
column-untranslated = не переведено
column-stale = устарело
column-obsolete = лишнее
column-unknown = неясно
markdown-more-pages = { PLURAL($n) ->
    [one] Не закончена ещё { NUM($n) } страница.
    [few] Не закончены ещё { NUM($n) } страницы.
    [many] Не закончено ещё { NUM($n) } страниц.
   *[other] Не закончено ещё { NUM($n) } страницы.
}

## Названия правил

title-missing-page = Страница не переведена
title-missing-segment = Предложение не переведено
title-deleted-target = Перевод удалён
title-untranslated-copy = Всё ещё как в исходном тексте
title-wrong-language = Не тот язык
title-stale = Устарело
title-stale-minor = Немного устарело
title-obsolete-segment = Исходного текста больше нет
title-extra-segment = Нет соответствия в исходном тексте
title-orphan-page = Страница без исходной
title-unverified = Неизвестно, с чего переведено
title-numbers = Числа расходятся
title-spelled-numbers = Число только с одной стороны
title-links = Адреса расходятся
title-inline-codes = Разметка расходится
title-placeholders = Подстановки расходятся
title-punctuation = Не тот знак в конце
title-length = Необычная длина
title-inconsistent = Переведено по-разному
title-empty-page = Пустая страница
title-odd-page = Странная страница
title-unreadable-page = Страница не читается
title-unused-marker = Пометка без действия
