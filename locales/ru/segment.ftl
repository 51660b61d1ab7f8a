### Сегментация: команды `segment` и `srx`, и что может быть не так с файлом правил.
###
### Глоссарий: rule = правило · rule file = файл правил · to cut = разделить · to keep together = оставить вместе ·
### boundary = граница. Имена элементов не переводятся.

## segment

command-segment = Разделить страницу на сегменты
command-segment-details =
    Читает страницу и выводит её сегменты по одному в строке, с пустой строкой между блоками. Сокращения, даты, цитаты и
    ссылки на источники предложение не заканчивают. `json` добавляет место: байты, строку и столбец.

    Если у вашей программы свои правила, `--rules` разделит текст так же, как она: подойдёт любой файл SRX, например из
    LanguageTool, OmegaT, Okapi или memoQ. Внутри проекта действуют правила из `[segmentation]` в hexapla.toml.
    `--explain` показывает для каждого места, где правило разделило бы текст, какое правило решило дело.
command-segment-examples =
    hexapla segment content/ru/garden.md
        По сегменту в строке
    hexapla segment --language ru --input html - < page.html
        Читать стандартный ввод
    hexapla segment --explain page.txt
        Почему граница здесь, а не в другом месте
    hexapla segment --rules segment.srx --rules-language ru_two page.txt
        Так, как русский текст делит LanguageTool
    hexapla segment --break-at colon,line page.txt
        Также после двоеточий и в конце строк
    hexapla segment --format json page.html
        С указанием места, для программ
argument-segment-file = Страница; `-` — стандартный ввод
option-segment-language = Язык страницы, если она сама его не называет
option-segment-input = Что это за страница, если не видно по имени
option-segment-rules = Делить по правилам этого файла SRX, а не по нашим
option-segment-rules-language = Как язык называется в файле правил
option-segment-explain = Показать, какое правило решило дело в каждом месте, где возможна граница
option-segment-break-at = Где ещё делить по нашим правилам; несколько мест — через запятую
option-segment-no-trim = Оставлять пробелы между сегментами у предыдущего
value-code = КОД

explain-rules = Правила: { $rules }
explain-break = граница
explain-keep = вместе
explain-against = вопреки { $rule }
error-segment-nothing = В { $path } нет текста.
    .remedy = Проверьте, тот ли это файл; `--input` указывает, как его читать.
note-recut = { $paths }: текст разделён по другим правилам ({ $then }), чем действуют теперь ({ $now }). { PLURAL($n) ->
        [one] { NUM($n) } сегмент отличается только из-за правил и считается неизменным
        [few] { NUM($n) } сегмента отличаются только из-за правил и считаются неизменными
        [many] { NUM($n) } сегментов отличаются только из-за правил и считаются неизменными
       *[other] { NUM($n) } сегмента отличаются только из-за правил и считаются неизменными
    }. Другие программы найдут их, если передать им то, что запишет `hexapla export`.
note-recut-nothing = { $paths }: текст разделён по другим правилам ({ $then }), чем действуют теперь ({ $now }); ни один сегмент этих страниц от этого не изменился.
note-project-rules = Действуют правила этого проекта: { $rules }.
note-general-rules = Собственных правил для «{ $language }» нет; действуют правила для всех языков. Свои можно указать через `--rules`.
note-import-recut = { $path }: текст разделён по другим правилам ({ $then }), чем действуют здесь ({ $now }). Где они расходятся, единицы делятся заново при сравнении страниц; сколько их, скажет `hexapla status`.

## srx

command-srx = Проверить файл правил или записать наши правила
command-srx-details =
    `validate` читает файл правил сегментации (SRX 1.0 или 2.0), разбирает правила всех его языков и перечисляет ошибки
    и странности с указанием файла, строки и столбца. Сообщает и о том, на чём споткнутся только OmegaT или Okapi.

    `export` записывает наши правила в SRX 2.0, чтобы ваша программа делила текст так же, как hexapla. С `--for` явно
    выписано то, что эта программа поняла бы иначе; без него выражения — в синтаксисе ICU, как велит стандарт.
command-srx-examples =
    hexapla srx validate company.srx
        Всё ли в порядке с этим файлом?
    hexapla srx export --for omegat -o omegat/segmentation.srx
        Наши правила для проекта OmegaT
    hexapla srx export --break-at colon > rules.srx
        Наши правила, с границей и после двоеточия
argument-srx-action = Что сделать
argument-srx-file = Файл правил, который нужно проверить; `-` — стандартный ввод
option-srx-for = Программа, которая будет читать файл
option-srx-output = В какой файл писать; иначе стандартный вывод
srx-fine = { $path }: { PLURAL($rules) ->
        [one] { NUM($rules) } правило
        [few] { NUM($rules) } правила
        [many] { NUM($rules) } правил
       *[other] { NUM($rules) } правила
    } в { PLURAL($groups) ->
        [one] { NUM($groups) } группе
        [few] { NUM($groups) } группах
        [many] { NUM($groups) } группах
       *[other] { NUM($groups) } группы
    }, ошибок нет.
srx-odd = { $path }: { PLURAL($rules) ->
        [one] { NUM($rules) } правило
        [few] { NUM($rules) } правила
        [many] { NUM($rules) } правил
       *[other] { NUM($rules) } правила
    } в { PLURAL($groups) ->
        [one] { NUM($groups) } группе
        [few] { NUM($groups) } группах
        [many] { NUM($groups) } группах
       *[other] { NUM($groups) } группы
    }, файл годится, несмотря на предупреждения.
srx-written = { $path }: наши правила, редакция { $edition }

## Что может быть не так с файлом правил

error-rules = { $place }: { $fault ->
        [xml-unclosed] то, что начинается с `{ $name }`, не закрыто
        [xml-markup] `<` здесь ничего известного не начинает; в выражении пишите `&lt;`
        [xml-name] `{ $name }` — недопустимое имя в XML
        [xml-attribute] атрибуту `{ $name }` нужны `=`, кавычки и пробел перед ним
        [xml-twice] атрибут `{ $name }` указан дважды
        [xml-character] `{ $name }` в этом месте XML недопустимо
        [xml-reference] `&{ $name };` не обозначает символа, допустимого в XML
        [xml-end] стоит `</{ $other }>`, а ожидается `</{ $name }>`
        [xml-end-of-nothing] `</{ $name }>` ничего не закрывает
        [xml-element] `<{ $name }>` не закрыт
        [xml-outside] что-то стоит вне корневого элемента
        [xml-empty] в файле нет ни одного элемента
        [xml-declaration] объявление XML или типа документа ошибочно или стоит не на месте
        [xml-deep] более { $name } элементов вложены друг в друга
        [not-srx] корневой элемент — `{ $name }`, а не `srx`: это не файл правил
        [version] версия SRX «{ $name }» неизвестна; есть 1.0 и 2.0
        [no-map] ни одно соответствие языков не подходит к «{ $name }»; в файле есть { $other }
        [unsupported] `{ $name }` в `{ $other }` не поддерживается
        [malformed] `{ $name }` — не регулярное выражение: { $other }
        [too-large] выражение в `{ $name }` слишком велико
        [fits-nothing] правило подходит к пустой строке и разделило бы текст где угодно
        [backtracks] правило смотрит вокруг или ничего не отдаёт назад; варианты перебираются по очереди, это медленно
        [catastrophic] `{ $name }` повторяет повторение; программы с перебором могут никогда его не закончить
        [entity] сущность `&{ $name };` неизвестна и остаётся как есть
        [xml-version] XML { $name } читается как XML 1.0
        [no-version] файл не называет своей версии
        [element] элемент `{ $name }` неизвестен и пропущен
        [attribute] атрибут `{ $name }` неизвестен и пропущен
        [value] «{ $other }» — недопустимое значение для `{ $name }`; взято значение по умолчанию
        [stray-text] текст между элементами пропущен
        [second-group] есть две группы «{ $name }»; действует первая
        [no-group] соответствие ведёт к группе «{ $name }», которой нет
        [no-maps] нет ни одного соответствия языков, так что ни у одного языка нет правил
        [map] выражение для языка непригодно: { $other }
        [line-break] выражение начинается или кончается переводом строки, что едва ли имелось в виду
       *[other] { $name }{ $other }
    }
    .remedy = { $fault ->
        [no-map] Укажите, как язык там называется: `--rules-language` или `rules-languages` в hexapla.toml.
        [not-srx] Укажите файл SRX, который записала ваша программа.
        [version] Запишите файл заново в версии SRX 2.0.
       *[other] Исправьте файл в этом месте. `hexapla srx validate` перечислит всё, что в нём не так.
    }
error-rules-invalid = { PLURAL($n) ->
        [one] Из-за { NUM($n) } ошибки { $path } непригоден.
        [few] Из-за { NUM($n) } ошибок { $path } непригоден.
        [many] Из-за { NUM($n) } ошибок { $path } непригоден.
       *[other] Из-за { NUM($n) } ошибки { $path } непригоден.
    }
    .remedy = Исправьте их в программе или в файле; иная программа молча пропустит их и разделит текст иначе.
error-configuration-together = { $place }: `{ $first }` и `{ $second }` несовместимы.
    .remedy = Оставьте что-то одно: в файле правил сами правила говорят, где граница.
