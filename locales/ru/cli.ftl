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
option-output = Записать в этот файл, а не в стандартный вывод

## help

command-help = Показать справку о команде
argument-help-command = Команда
command-help-details = То же, что `--help` после команды.
command-help-examples =
    hexapla help segment
        Что делает `segment` и что принимает

## segment

command-segment = Разделить страницу на сегменты
command-segment-details =
    Читает страницу и выводит её сегменты по одному в строке, с пустой строкой между блоками. Сокращения, даты, цитаты и
    ссылки на источники предложение не заканчивают. `json` добавляет место: байты, строку и столбец.
command-segment-examples =
    hexapla segment content/ru/garden.md
        По сегменту в строке
    hexapla segment --language ru --input html - < page.html
        Читать стандартный ввод
    hexapla segment --format json page.html
        С указанием места, для программ
argument-segment-file = Страница; `-` — стандартный ввод
option-segment-language = Язык страницы, если она сама его не называет
option-segment-input = Что это за страница, если не видно по имени

## align

command-align = Сопоставить сегменты страницы и её перевода
command-align-details =
    Выравнивает две страницы: какие сегменты одной — перевод каких сегментов другой и насколько это надёжно. Сегменты
    могут быть разделены, соединены, пропущены или добавлены. Без файлов выравниваются все пары страниц проекта.
command-align-examples =
    hexapla align de/garden.md ru/garden.md --source-language de --target-language ru
        Рядом, в две колонки
    hexapla align de.txt en.txt --segmented --source-language de --target-language en --format ladder
        Строки уже сегменты; по паре в строке, как принято сравнивать выравнивания
    hexapla align de/garden.md ar/garden.md --format html -o garden.html
        Страница с двумя колонками для просмотра
argument-align-source = Исходная страница
argument-align-target = Её перевод
option-source-language = Язык исходного текста, если его не называют ни страница, ни проект
option-target-language = Язык перевода, если его не называют ни страница, ни проект
option-segmented = Каждая непустая строка — уже сегмент; пустая строка заканчивает блок
option-project = Проект, если файлы не названы
option-align-output = Записать в этот файл (с --pairs — в этот каталог), а не в стандартный вывод
option-pairs = Выровнять много пар: список, по паре в строке — исходная страница, перевод и имя результата через табуляцию
note-read-as-text = { $path } читается как простой текст: по имени формат не виден; его можно указать через `--input`.
note-no-language = Нигде не сказано, на каком языке { $path }; применяются общие правила. Язык можно указать через `--language`.
