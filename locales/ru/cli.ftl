### Тексты справки. Строки примеров без отступа вводятся как есть; строки с отступом их поясняют.
###
### Глоссарий: page = страница · block = блок · segment = сегмент · align = выравнивать · alignment = выравнивание ·
### translation memory = память переводов · coverage = покрытие · untranslated = не переведено · stale = устарело ·
### obsolete = лишнее (исходного текста больше нет) · unknown = неясно · finding = замечание · gate = порог.

help-about = Какое предложение переведённого сайта пропущено или устарело — и переводы многих лет в виде TMX
help-details =
    Hexapla читает сайт и его переводы, сопоставляет их предложение за предложением и сообщает, что не переведено,
    устарело или стало лишним. Переведённое становится памятью переводов, которую загружают CAT-программы.
help-examples =
    hexapla init
        Осмотреть сайт в этом каталоге и записать hexapla.toml
    hexapla status
        Сколько переведено и не устарело, по языкам и страницам
    hexapla check
        Каждое предложение, которое осталось сделать; код возврата 1, если такие есть
    hexapla help check
        Всё об одной команде
help-exit-codes =
    0  порог не превышен
    1  есть замечания выше порога (только `check`)
    2  работа не выполнена: командная строка, настройки, нечитаемые файлы

heading-usage = Вызов
heading-commands = Команды
heading-arguments = Аргументы
heading-options = Параметры
heading-global-options = Параметры всех команд
heading-examples = Примеры
heading-exit-codes = Коды возврата
value-options = [ПАРАМЕТРЫ]
value-command = КОМАНДА
value-file = ФАЙЛ
value-directory = КАТАЛОГ
value-language = ЯЗЫК
value-format = СЛОВО
value-source = ИСХОДНЫЙ
value-target = ПЕРЕВОД
help-default = по умолчанию: { $value }
help-values = варианты: { $values }

option-ui-language = Язык сообщений: ar, de, en или ru; можно добавить регион, например ar-EG
option-color = Когда использовать цвет
option-quiet = Не выводить ничего, кроме результата
option-verbose = Показать и то, что обычно свёрнуто
option-no-progress = Не показывать ход работы
option-help = Показать эту справку
option-version = Показать версию
argument-directory = Проект: каталог с hexapla.toml в нём или выше; если не указан — текущий
option-format = Вид вывода

## help

command-help = Показать справку о команде
argument-help-command = Команда
command-help-details = То же, что `--help` после команды.
command-help-examples =
    hexapla help segment
        Что делает `segment` и что принимает

## align

note-read-as-text = { $path } читается как простой текст: по имени формат не виден; его можно указать через `--input`.
note-no-language = Нигде не сказано, на каком языке { $path }; применяются общие правила. Язык можно указать через `--language`.

## status

command-status = Показать, сколько переведено и не устарело, по языкам и страницам
command-status-details =
    Сравнивает каждую страницу с её переводами. `status` сообщает, но не судит: код возврата 0, что бы ни нашлось. Судит
    `check`.
command-status-examples =
    hexapla status
        Проект в этом каталоге
    hexapla status --language ru -v
        Один язык, вместе с готовыми страницами
    hexapla status --format json
        Для программ
    hexapla status --base ../site-of-last-year
        Что было переведено тогда и с тех пор изменилось
option-language = Только этот язык перевода; можно указать несколько раз
option-base = Сравнить с прежней копией проекта в этом каталоге
argument-paths = Проект либо страницы и каталоги в нём, которые нужно просмотреть

## check

command-check = Перечислить предложения, которые осталось сделать; завершиться с ошибкой, если они есть
command-check-details =
    Перечисляет, что не переведено, устарело, стало лишним или неясно, с указанием места и того, что делать. Из-за
    непереведённых и устаревших сегментов проверка не проходит, если `[gate]` в hexapla.toml не говорит иного; остальное —
    предупреждения и примечания.

    Комментарий на странице отключает там правила: `<!-- hexapla-ignore numbers: почему -->` — для следующего блока,
    `<!-- hexapla-off numbers -->` … `<!-- hexapla-on -->` — для всего, что между ними; без имён — все правила. На исходной
    странице он действует для всех языков. Имена перечислит `hexapla explain`.
command-check-examples =
    hexapla check
        Всё, как порог в CI
    hexapla check content/de/garden.md
        Одна страница на всех языках
    hexapla check --language en --fail-on untranslated
        Не проходить только из-за непереведённого
    hexapla check --format json > report.json
        Для программ; все замечания, каков бы ни был порог
option-fail-on = Не проходить только из-за этого: untranslated, stale, minor, obsolete, unknown или правило; через запятую
value-path = ПУТЬ
value-gate = ЧТО

## list

command-list = Показать, какая страница к какой относится и какие файлы остались
command-list-details =
    Показывает документы проекта по языкам: `+` страница есть, `-` её нет, `·` на этом языке не предлагается. Ниже —
    страницы без исходных и файлы, которым не соответствует ни один шаблон. Страницы находят друг друга и по ссылкам
    (hreflang, переключатель языков); `--guess` сравнивает содержание тех, что всё же остались.
command-list-examples =
    hexapla list
        Посмотрите сюда, если страницы нет в отчёте
    hexapla list --guess
        Имена страниц ни о чём не говорят: пары с уверенностью, готовые для hexapla.toml

## init

command-init = Осмотреть сайт и записать для него hexapla.toml
command-init-details =
    Находит страницы, которые лежат рядом со своими переводами, по обозначению языка в каталоге или имени файла,
    записывает hexapla.toml с пояснениями и показывает пары. Существующий файл никогда не перезаписывается.
command-init-examples =
    hexapla init
        Сайт в этом каталоге
    hexapla init website --source de
        Сайт в `website`, написанный по-немецки
    hexapla init --source de --targets en,ru
        Сайт, который ещё не переведён
    hexapla init --dry-run
        Только показать, что было бы записано
argument-init-directory = Каталог сайта; если не указан — текущий
option-init-source = Язык, на котором написан сайт
option-dry-run = Ничего не записывать, а вывести файл

## export

command-export = Записать переведённое как память переводов
command-export-details =
    Записывает пары проекта в TMX 1.4b, по файлу на язык, для OmegaT и любой другой CAT-программы. Устаревшая пара уходит с
    тем исходным текстом, с которого она сделана; непереведённое и сомнительное остаётся.
command-export-examples =
    hexapla export -o tmx
        По файлу на язык в каталоге `tmx`
    hexapla export --language ru -o ru.tmx
        Один язык в одном файле
    hexapla export --language ru -o - content/de/garden.md
        Одна страница, в стандартный вывод
option-export-format = Формат памяти переводов
option-export-output = Каталог или, если язык один, файл; `-` — стандартный вывод; если не указано — текущий каталог

## import

command-import = Взять переводы из файла TMX в память переводов проекта
command-import-details =
    Вносит единицы из файлов TMX в `memory/<язык>.tmx`. Из двух переводов одного сегмента остаётся изменённый последним; за
    файлом без дат последнее слово. Повреждённые места файла называются и пропускаются.
command-import-examples =
    hexapla import from-the-agency.tmx
        Все языки проекта, которые есть в файле
    hexapla import --language ru old.tmx older.tmx
        Только русский
argument-import-files = Файлы TMX
