### Отчёты: status, check, выравнивания.
###
### Глоссарий: segment = сегмент · word = слово · coverage = покрытие · current = актуально · minor = мелочь ·
### untranslated = не переведено · stale = устарело · obsolete = лишнее (исходного текста больше нет) · unknown = неясно
### (неизвестно, с чего переведено) · finding = замечание · page = страница · gate = порог.

count-segments = { PLURAL($n) ->
    [one] { NUM($n) } сегмент
    [few] { NUM($n) } сегмента
    [many] { NUM($n) } сегментов
   *[other] { NUM($n) } сегмента
}

count-words = { PLURAL($n) ->
    [one] { NUM($n) } слово
    [few] { NUM($n) } слова
    [many] { NUM($n) } слов
   *[other] { NUM($n) } слова
}

# Название языка; обозначение, которого здесь нет, остаётся как есть.
language-name = { $tag ->
    [ar] арабский
    [bg] болгарский
    [cs] чешский
    [da] датский
    [de] немецкий
    [el] греческий
    [en] английский
    [es] испанский
    [et] эстонский
    [fa] персидский
    [fi] финский
    [fr] французский
    [he] иврит
    [hr] хорватский
    [hu] венгерский
    [it] итальянский
    [ja] японский
    [ko] корейский
    [ku] курдский
    [lt] литовский
    [lv] латышский
    [nb] норвежский
    [nl] нидерландский
    [pl] польский
    [pt] португальский
    [ro] румынский
    [ru] русский
    [sk] словацкий
    [sl] словенский
    [sq] албанский
    [sr] сербский
    [sv] шведский
    [tr] турецкий
    [uk] украинский
    [vi] вьетнамский
    [zh] китайский
   *[other] { $tag }
}

## status. Знаки перед числами — те же, что над столбцами таблицы.

status-title = { PLURAL($n) ->
    [one] { NUM($n) } страница
    [few] { NUM($n) } страницы
    [many] { NUM($n) } страниц
   *[other] { NUM($n) } страницы
} · исходный язык: { $language }
status-translated = переведено { NUM($percent) }{"\u00A0"}%
status-up-to-date = актуально { NUM($percent) }{"\u00A0"}%
status-words = { NUM($done) } из { PLURAL($all) ->
    [one] { NUM($all) } слова
    [few] { NUM($all) } слов
    [many] { NUM($all) } слов
   *[other] { NUM($all) } слова
}
status-segments = { NUM($done) } из { PLURAL($all) ->
    [one] { NUM($all) } сегмента
    [few] { NUM($all) } сегментов
    [many] { NUM($all) } сегментов
   *[other] { NUM($all) } сегмента
}
state-untranslated = не переведено: { NUM($n) }
state-stale = устарело: { NUM($n) }
state-obsolete = лишних: { NUM($n) }
state-unknown = неясно: { NUM($n) }
status-column-current = актуально
status-column-words = слова
status-column-segments = сегменты
status-missing = нет страницы
status-not-offered = не предлагается
status-complete = { PLURAL($n) ->
    [one] { NUM($n) } страница готова
    [few] { NUM($n) } страницы готовы
    [many] { NUM($n) } страниц готово
   *[other] { NUM($n) } страницы готовы
}
status-set-apart = Отложено и не считается: { $what }
status-unknown-hint = Неясно: неизвестно, с чего переведены эти сегменты. Это видно из истории git, памяти переводов (`hexapla import`) или прежней копии (`--base`).
history-absent = Истории git, по которой видно, что устарело, нет; об этом говорит только память переводов.
history-squashed = Все страницы появились в одном коммите, поэтому из истории не видно, что с чего переведено.
set-apart-boilerplate = { PLURAL($n) ->
    [one] { NUM($n) } сегмент шаблона сайта
    [few] { NUM($n) } сегмента шаблона сайта
    [many] { NUM($n) } сегментов шаблона сайта
   *[other] { NUM($n) } сегмента шаблона сайта
}
set-apart-switcher = { PLURAL($n) ->
    [one] { NUM($n) } ссылка на другой язык
    [few] { NUM($n) } ссылки на другие языки
    [many] { NUM($n) } ссылок на другие языки
   *[other] { NUM($n) } ссылки на другие языки
}
set-apart-untranslatable = { PLURAL($n) ->
    [one] { NUM($n) } сегмент, который не переводится
    [few] { NUM($n) } сегмента, которые не переводятся
    [many] { NUM($n) } сегментов, которые не переводятся
   *[other] { NUM($n) } сегмента, которые не переводятся
}

## check: что не так и что делать

rule-missing-page = Такой страницы нет (язык: { $language }).
remedy-missing-page = Переведите её или укажите в `not-offered` в hexapla.toml.
rule-missing-segment = У этого нет перевода (язык: { $language }).
remedy-missing-segment = Переведите и вставьте на своё место на странице.
rule-deleted-target = Перевод этого удалён (язык: { $language }).
remedy-deleted-target = Верните перевод или удалите предложение и в исходном тексте.
rule-untranslated-copy = Здесь всё ещё стоит исходный текст.
remedy-untranslated-copy = Переведите; то, что должно остаться как есть, можно пометить `translate="no"`.
rule-wrong-language = Это написано на другом языке (ожидается { $language }).
remedy-wrong-language = Переведите или укажите язык через `lang`.
rule-stale = Исходный текст изменился после того, как это перевели.
remedy-stale = Приведите перевод в соответствие с новым текстом.
rule-stale-minor = Исходный текст немного изменился после того, как это перевели.
remedy-stale-minor = Взгляните; обычно ничего делать не нужно.
rule-obsolete-segment = Исходного текста для этого перевода больше нет.
remedy-obsolete-segment = Удалите и здесь.
rule-extra-segment = В исходном тексте этому ничего не соответствует.
remedy-extra-segment = Проверьте, нужно ли это здесь или этого не хватает в исходном тексте.
rule-orphan-page = Для этой страницы нет исходной.
remedy-orphan-page = Удалите её или проверьте, не переименована и не пропущена ли исходная.
rule-unverified = Неизвестно, с какого текста это переведено.
remedy-unverified = Сравните тексты. То, что есть в памяти переводов или видно из истории, уже не вызывает сомнений.
rule-empty-page = На этой странице нет текста.
remedy-empty-page = Заполните страницу или удалите её.
rule-odd-page = С этой страницей что-то не так.
remedy-odd-page = Взгляните на неё; остальная часть страницы прочитана.
rule-unreadable-page = Эту страницу не удалось прочитать.
remedy-unreadable-page = Сделайте из неё читаемый текстовый файл в UTF-8 или исключите её через `skip` в hexapla.toml.

edit-punctuation = изменилась пунктуация
edit-markup = изменилась разметка
edit-link = изменилась ссылка
edit-spelling = изменилось написание
edit-wording = изменилась формулировка
edit-number = изменилось число
edit-negation = изменилось отрицание

finding-source = исходный текст
finding-base = основание
finding-since = с тех пор
base-confidence = { $who } (надёжность { NUM($confidence) })
base-accepted = подтверждено человеком
base-memory = память переводов проекта
base-declared = указано на странице
base-trailer = указано в коммите
base-history = история обеих страниц
base-snapshot = прежняя копия

check-findings = { PLURAL($n) ->
    [one] { NUM($n) } замечание
    [few] { NUM($n) } замечания
    [many] { NUM($n) } замечаний
   *[other] { NUM($n) } замечания
}
check-errors = { PLURAL($n) ->
    [one] { NUM($n) } ошибка
    [few] { NUM($n) } ошибки
    [many] { NUM($n) } ошибок
   *[other] { NUM($n) } ошибки
}
check-warnings = { PLURAL($n) ->
    [one] { NUM($n) } предупреждение
    [few] { NUM($n) } предупреждения
    [many] { NUM($n) } предупреждений
   *[other] { NUM($n) } предупреждения
}
check-notes = { PLURAL($n) ->
    [one] { NUM($n) } примечание
    [few] { NUM($n) } примечания
    [many] { NUM($n) } примечаний
   *[other] { NUM($n) } примечания
}
check-clean = Делать нечего.
check-passed = Проверка пройдена.
check-failed = Проверка не пройдена.
check-coverage = { $language }: актуально { NUM($actual) }{"\u00A0"}%, а требуется { NUM($least) }{"\u00A0"}%.

## list и init

list-orphans = Страницы без исходной:
list-orphan-source = исходной была бы { $path }
list-unmatched = Файлы, которым не соответствует ни один шаблон:
list-skipped = Исключены через `skip`:
init-found = Исходный язык: { $source }; языки перевода: { $targets }.
init-pairs = { PLURAL($n) ->
    [one] { NUM($n) } пара страниц:
    [few] { NUM($n) } пары страниц:
    [many] { NUM($n) } пар страниц:
   *[other] { NUM($n) } пары страниц:
}
init-written = Файл { $path } записан. Что с сайтом, покажет `hexapla status`.
init-learn =
    Страницы могут научить, какие слова переводят друг друга; тогда предложения сопоставляются надёжнее:
    { $command }
init-note-head = На что hexapla смотрит в этом проекте. Что охватывают шаблоны, покажет `hexapla list`,
    сколько переведено и не устарело — `hexapla status`.
init-note-source = Язык, на котором написан сайт.
init-note-targets = Языки, на которые он переведён.
init-note-history = С какого текста сделан перевод, видно из истории git, если она есть.
    "off" — смотреть только на страницы, "require" — без истории не работать.
init-note-not-offered = Страницы, которых на каком-то языке нет намеренно.
init-note-skip = Страницы, которые не нужно рассматривать.
init-note-languages = Обозначения языков для TMX, если они не те, что в путях.
init-note-documents = То, чему соответствуют * и ** в исходном пути, переносится в путь перевода.
init-note-boilerplate = Текст, который относится к шаблону сайта, а не к странице.
init-note-gate = Из-за чего не проходит `hexapla check`, и наименьшее покрытие в процентах.

## Что происходит — рядом с индикатором хода работы

progress-pages = Чтение и сравнение страниц
progress-memories = Чтение памяти переводов
progress-learning = Поиск слов, которые переводят друг друга

## export и import

export-written = { $path }: { PLURAL($n) ->
    [one] { NUM($n) } единица
    [few] { NUM($n) } единицы
    [many] { NUM($n) } единиц
   *[other] { NUM($n) } единицы
}
export-rules = Правила для OmegaT: { $path } (скопируйте этот каталог в проект OmegaT, чтобы он делил страницы так же, как Hexapla)

export-kept-back = { PLURAL($n) ->
    [one] { NUM($n) } сомнительная пара не записана
    [few] { NUM($n) } сомнительные пары не записаны
    [many] { NUM($n) } сомнительных пар не записано
   *[other] { NUM($n) } сомнительной пары не записано
}
import-added = новых: { NUM($n) }
import-replaced = заменено: { NUM($n) }
import-unchanged = уже известно: { NUM($n) }
import-older = старше, чем в памяти: { NUM($n) }
import-untranslated = не переведено: { NUM($n) }
import-nothing = { $path }: к этому проекту ничего не относится.
import-other-languages = { PLURAL($n) ->
    [one] { NUM($n) } единица не на языках проекта или не на тех, что запрошены.
    [few] { NUM($n) } единицы не на языках проекта или не на тех, что запрошены.
    [many] { NUM($n) } единиц не на языках проекта или не на тех, что запрошены.
   *[other] { NUM($n) } единицы не на языках проекта или не на тех, что запрошены.
}
finding-target = перевод
