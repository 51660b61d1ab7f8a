### `hexapla tmx …`.
###
### Глоссарий: memory = память (переводов) · unit = единица · variant = вариант · code = код · to format = форматировать ·
### to merge = объединять · duplicate = повтор · conflict = конфликт · canonical form = каноническая запись.


command-tmx = Проверять, форматировать, объединять и делить памяти переводов (TMX)
command-tmx-details =
    Работает с файлами TMX любой версии от 1.1 до 1.4b, в любой кодировке, сжатыми и нет, любого размера: они читаются
    потоком. О том, что в файле испорчено, сообщается с указанием места, и оно пропускается; целые единицы вокруг
    сохраняются.
command-tmx-examples =
    hexapla tmx validate memory.tmx
        Всё, что с ней не так: где и что делать
    hexapla tmx stats memory.tmx
        Что в ней есть
    hexapla help tmx merge
        Всё об одной из этих команд
help-tmx-exit-codes =
    0  сделано, ничего не найдено
    1  что-то найдено: ошибки (`validate`), неотформатированный файл или потерянные испорченные единицы (`fmt`), различия (`diff`), конфликты (`merge-driver`)
    2  выполнить не удалось: командная строка, вход не читается или отвергнут

argument-tmx-file = Память переводов; `-` — стандартный ввод
option-tmx-output = Писать в этот файл, а не в стандартный вывод; `.gz` в конце имени сжимает его
option-tmx-on-conflict = Что остаётся из двух переводов одного текста: изменённый последним, первый или оба
option-tmx-preserve = Оставить каждый байт нетронутых единиц как есть, в кодировке файла

## validate

command-tmx-validate = Найти всё, что не так с памятями переводов
command-tmx-validate-details =
    Проверяет всё, о чём говорит DTD данной версии, и то, чего она сказать не может: пары кодов, даты, коды языков, имена,
    исходный язык, повторы вариантов. Обо всём сообщается за один проход. Из многих замечаний одного рода показываются
    первые пять; все покажут `--verbose`, `json` и `sarif`.
command-tmx-validate-examples =
    hexapla tmx validate memory.tmx
        Для людей
    hexapla tmx validate --fail-on warning *.tmx
        Как порог, который не пропустит ничего
    hexapla tmx validate --format sarif memory.tmx > memory.sarif
        Для анализа кода
option-tmx-fail-on = При чём код возврата 1
tmx-unit = единица { $number }
tmx-unit-named = единица { $number }, { $name }
tmx-count-units = { PLURAL($n) ->
    [one] { NUM($n) } единица
    [few] { NUM($n) } единицы
    [many] { NUM($n) } единиц
   *[other] { NUM($n) } единицы
}
tmx-count-errors = { PLURAL($n) ->
    [one] { NUM($n) } ошибка
    [few] { NUM($n) } ошибки
    [many] { NUM($n) } ошибок
   *[other] { NUM($n) } ошибки
}
tmx-count-warnings = { PLURAL($n) ->
    [one] { NUM($n) } предупреждение
    [few] { NUM($n) } предупреждения
    [many] { NUM($n) } предупреждений
   *[other] { NUM($n) } предупреждения
}
tmx-count-broken = { PLURAL($n) ->
    [one] { NUM($n) } испорченная единица
    [few] { NUM($n) } испорченные единицы
    [many] { NUM($n) } испорченных единиц
   *[other] { NUM($n) } испорченной единицы
}

## stats

command-tmx-stats = Подсчитать, что есть в памятях переводов
command-tmx-stats-details =
    Считает единицы, варианты, слова и символы по языкам, коды и свойства по видам и показывает даты, программы, кодировки
    и то, что оказалось не так при чтении. Слова считаются по UAX #29.
command-tmx-stats-examples =
    hexapla tmx stats memory.tmx
        Для людей
    hexapla tmx stats --format json memory.tmx
        Для программ
tmx-stats-version = TMX
tmx-stats-encoding = Кодировка
tmx-stats-source-language = Исходный язык
tmx-stats-dates = Даты
tmx-stats-tools = Программы
tmx-stats-codes = Коды
tmx-stats-properties = Свойства
tmx-stats-problems = Неполадки
tmx-stats-language = Язык
tmx-stats-variants = Вариантов
tmx-stats-words = Слов
tmx-stats-characters = Символов
tmx-stats-empty = Пустых

## fmt

command-tmx-fmt = Записать памяти переводов в канонической форме
command-tmx-fmt-details =
    Пишет TMX 1.4 в UTF-8, по элементу на строку, с атрибутами и свойствами в твёрдом порядке, чтобы изменения в системе
    контроля версий были невелики. В сегментах ничего не меняется. Об испорченных единицах сообщается, и в результат они
    не входят; с `--in-place` файл, где они есть, не изменяется, если не указать `--drop-broken`.
command-tmx-fmt-examples =
    hexapla tmx fmt old.tmx > new.tmx
        Любая версия и кодировка становится TMX 1.4 в UTF-8
    hexapla tmx fmt --in-place memory/*.tmx
        Форматировать сами файлы
    hexapla tmx fmt --check memory/*.tmx
        Назвать неотформатированные файлы; код возврата 1, если они есть
option-tmx-in-place = Писать в сами файлы
option-tmx-check = Ничего не писать; назвать файлы, которые изменились бы
option-tmx-drop-broken = Вместе с `--in-place`: убрать испорченные единицы насовсем
tmx-fmt-differs = { $path } не отформатирован.
tmx-left-out = { PLURAL($n) ->
    [one] { NUM($n) } испорченная единица не вошла в результат.
    [few] { NUM($n) } испорченные единицы не вошли в результат.
    [many] { NUM($n) } испорченных единиц не вошли в результат.
   *[other] { NUM($n) } испорченной единицы не вошло в результат.
}

## convert

command-tmx-convert = Сменить кодировку памяти, убрать из неё коды или сделать её из пар
command-tmx-convert-details =
    Пишет память переводов в кодировке, которой требует другая программа, или простым текстом без кодов (TMX уровня 1).
    Файл TSV с парой на строку становится памятью: это обратный путь от `extract`.
command-tmx-convert-examples =
    hexapla tmx convert --encoding UTF-16 memory.tmx -o for-trados.tmx
        Для программ, которым нужна UTF-16
    hexapla tmx convert --plain memory.tmx -o level1.tmx.gz
        Без кодов, со сжатием
    hexapla tmx convert pairs.tsv -s de -t ru -o pairs.tmx
        Из строк с двумя текстами через табуляцию
option-tmx-from = Что это за файл, если имя этого не говорит
option-tmx-encoding = В какой кодировке писать
option-tmx-plain = Убрать из сегментов все коды
option-tmx-pair-source = Язык первого поля файла TSV
option-tmx-pair-target = Язык второго поля файла TSV
tmx-no-pair = { $place }: в строке нет пары текстов, она пропущена.

## merge

command-tmx-merge = Сделать из многих памятей одну
command-tmx-merge-details =
    Собирает единицы всех файлов в один, в порядке файлов, без повторов. Два перевода конфликтуют, если совпадают исходный
    текст, язык, страница и соседи; какой из них остаётся, говорит `--on-conflict`. Заголовок берётся из первого файла.
command-tmx-merge-examples =
    hexapla tmx merge agency.tmx ours.tmx -o all.tmx
        При конфликте остаётся перевод, изменённый последним
    hexapla tmx merge --on-conflict keep ours.tmx agency.tmx -o all.tmx
        То, что есть в `ours.tmx`, остаётся
tmx-kept = Записано единиц: { NUM($written) } из { NUM($read) }.
tmx-trimmed = { PLURAL($n) ->
    [one] { NUM($n) } из них потеряла часть вариантов.
    [few] { NUM($n) } из них потеряли часть вариантов.
    [many] { NUM($n) } из них потеряли часть вариантов.
   *[other] { NUM($n) } из них потеряло часть вариантов.
}

## split

command-tmx-split = Разделить память на несколько
command-tmx-split-details =
    Пишет файлы по столько-то единиц, каждый с целым заголовком; имена — от имени памяти, с номерами от 0001.
command-tmx-split-examples =
    hexapla tmx split --every 50000 big.tmx -o parts
        parts/big-0001.tmx, parts/big-0002.tmx …
option-tmx-every = Сколько единиц в файле
option-tmx-split-output = В какой каталог
tmx-split-written = { PLURAL($n) ->
    [one] Записан { NUM($n) } файл, первый: { $path }
    [few] Записано { NUM($n) } файла, первый: { $path }
    [many] Записано { NUM($n) } файлов, первый: { $path }
   *[other] Записано { NUM($n) } файла, первый: { $path }
}

## dedupe

command-tmx-dedupe = Убрать из памяти повторы
command-tmx-dedupe-details =
    Из единиц с одинаковыми исходным текстом, переводом, страницей и соседями остаётся первая. С `--on-conflict newest`
    или `keep` остаётся и лишь один перевод каждого текста.
command-tmx-dedupe-examples =
    hexapla tmx dedupe memory.tmx -o clean.tmx
        Уходит только то, что совпадает во всём
    hexapla tmx dedupe --on-conflict newest memory.tmx -o clean.tmx
        Один перевод на каждый текст на его месте

## filter

command-tmx-filter = Оставить нужные единицы памяти
command-tmx-filter-details =
    Оставляет единицы, для которых верны все условия. `--language` убирает из единиц и остальные варианты; где нет `de`,
    годится `de-AT`. `--drop` убирает единицы, которые выглядят неверными.
command-tmx-filter-examples =
    hexapla tmx filter --language de,ru memory.tmx -o de-ru.tmx
        Два языка из многих
    hexapla tmx filter --since 2024-01-01 memory.tmx -o recent.tmx
        Что создано или изменено с тех пор
    hexapla tmx filter --drop number-mismatch,same-as-source a.tmx -o b.tmx
        Без того, что, скорее всего, не перевод
    hexapla tmx filter --property x-document=garden.html memory.tmx
        Что относится к одной странице
option-tmx-filter-language = Только эти языки, через запятую
option-tmx-since = Только единицы, созданные или изменённые в этот день или позже (2024-01-31)
option-tmx-before = Только единицы, созданные или изменённые до этого дня
option-tmx-property = Только единицы с этим свойством: `ВИД` или `ВИД=ТЕКСТ`
option-tmx-ratio = Только единицы, где длинный текст не более чем во столько раз длиннее короткого
option-tmx-drop = Без единиц с таким изъяном, через запятую

## diff

command-tmx-diff = Показать, чем отличаются две памяти, единица за единицей
command-tmx-diff-details =
    Единица та же, если то же имя (`tuid`), иначе — если тот же исходный текст на том же месте; порядок и способ записи не
    важны. `-` — что есть только в первом файле, `+` — что есть только во втором.
command-tmx-diff-examples =
    hexapla tmx diff yesterday.tmx today.tmx
        Всё, что изменилось
    hexapla tmx diff --text yesterday.tmx today.tmx
        Только тексты, без дат, примечаний и свойств
argument-tmx-old = Первая память
argument-tmx-new = Вторая память
option-tmx-text = Сравнивать только языки и сегменты
tmx-diff-count = одинаковых { NUM($same) } · добавлено { NUM($added) } · убрано { NUM($removed) } · изменено { NUM($changed) }

## extract

command-tmx-extract = Извлечь из памяти пары текстов
command-tmx-extract-details =
    Пишет исходный текст и перевод без кодов: в TSV, по паре на строку (`\t`, `\n`, `\r` и `\\` обозначают табуляцию,
    перевод строки, возврат каретки и обратную черту); в JSON Lines; или для Moses — в два файла с параллельными строками.
command-tmx-extract-examples =
    hexapla tmx extract -t ru memory.tmx > de-ru.tsv
        Пары с русским
    hexapla tmx extract --format jsonl memory.tmx
        С языками и именами, для программ
    hexapla tmx extract --format moses -s de -t ru memory.tmx -o corpus
        corpus.de и corpus.ru
option-tmx-extract-source = Исходный язык, если память его не называет
option-tmx-extract-target = Язык перевода; если не указан, то все
tmx-no-language = Текста на `{ $language }` нет. Есть: { $found }.
tmx-pairs = { PLURAL($n) ->
    [one] Записана { NUM($n) } пара.
    [few] Записано { NUM($n) } пары.
    [many] Записано { NUM($n) } пар.
   *[other] Записано { NUM($n) } пары.
}

## merge-driver

command-tmx-driver = Объединить две версии памяти для git
command-tmx-driver-details =
    С этой командой git объединяет памяти единица за единицей, а не расставляет в XML метки конфликтов. Что одна сторона
    изменила, добавила или убрала, принимается. Если одну единицу изменили обе, остаётся более поздняя дата, об этом
    сообщается, и git ждёт, пока вы посмотрите (код возврата 1). Настройка — две строки: одна в каждом клоне, одна в
    репозитории:
command-tmx-driver-examples =
    git config merge.tmx.driver "hexapla tmx merge-driver %O %A %B %P"
        В каждом клоне
    echo "*.tmx merge=tmx" >> .gitattributes
        В репозитории
argument-tmx-base = Версия, от которой произошли обе
argument-tmx-ours = Наша версия, в неё пишется результат
argument-tmx-theirs = Их версия
argument-tmx-path = Имя файла для сообщений
tmx-conflict-ours = { $path }: обе стороны изменили { $name } «{ $text }»; оставлена наша версия.
tmx-conflict-theirs = { $path }: обе стороны изменили { $name } «{ $text }»; взята их версия.
tmx-conflicts = { PLURAL($n) ->
    [one] { NUM($n) } единица в { $path } изменена обеими сторонами. Посмотрите, затем `git add`.
    [few] { NUM($n) } единицы в { $path } изменены обеими сторонами. Посмотрите, затем `git add`.
    [many] { NUM($n) } единиц в { $path } изменены обеими сторонами. Посмотрите, затем `git add`.
   *[other] { NUM($n) } единицы в { $path } изменено обеими сторонами. Посмотрите, затем `git add`.
}

## Что может пойти не так

error-tmx-refused = { $place }: { $what }
    .remedy = { $remedy }
error-tmx-unwritable = { $path }, единица { $unit }: символ { $character } в { $spot } нельзя записать в XML.
    .remedy = Удалите его в файле; `hexapla tmx validate` покажет, где он.
error-tmx-standard-twice = Стандартным вводом может быть только один из файлов.
    .remedy = Для остальных укажите файлы.
error-tmx-one-file = Файлов { $n }: в стандартный вывод их нельзя записать как один.
    .remedy = Укажите один файл либо `--in-place` или `--check`; из многих памятей одну делает `hexapla tmx merge`.
error-tmx-would-drop = В { $path } есть испорченные единицы ({ $n }), они пропали бы. Файл не изменён.
    .remedy = Исправьте их или укажите `--drop-broken`; без `--in-place` целые единицы идут в стандартный вывод.
error-tmx-encoding-name = «{ $encoding }» — неизвестная кодировка.
    .remedy = Укажите общепринятое имя: UTF-8, UTF-16, windows-1251.
error-tmx-pair-languages = { $path } не говорит, на каких языках его тексты.
    .remedy = Укажите `--source-language` и `--target-language`.
error-tmx-moses-languages = Для двух файлов Moses нужны два языка.
    .remedy = Укажите `--source-language` и `--target-language`.
error-tmx-moses-output = Для двух файлов Moses нужно имя.
    .remedy = Укажите `--output corpus`, получатся `corpus.de` и `corpus.ru`.
error-tmx-date = «{ $value }» — не дата.
    .remedy = Напишите её так: 2024-01-31 или 20240131T120000Z.
