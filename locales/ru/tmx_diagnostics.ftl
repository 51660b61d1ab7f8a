### Что не так с файлом памяти, по коду замечания; `.remedy`: что делать.
###
### Глоссарий: unit = единица (tu) · variant = вариант (tuv) · segment = сегмент (seg) · code = код (bpt, ept, ph, it) ·
### element = элемент · attribute = атрибут · white space = пробельные символы.

## XML

error-xml-unclosed-tag = Тег не закрыт.
    .remedy = Закройте его знаком `>`; возможно, пропущена кавычка. Единица пропущена, остальные сохранены.
error-xml-unclosed-comment = Комментарий не закрыт.
    .remedy = Закройте его: `-->`.
error-xml-unclosed-cdata = Секция CDATA не закрыта.
    .remedy = Закройте её: `]]>`.
error-xml-unclosed-instruction = Инструкция обработки не закрыта.
    .remedy = Закройте её: `?>`.
error-xml-unclosed-doctype = Объявление типа документа не закрыто.
    .remedy = Закройте его знаком `>` или удалите: оно не нужно.
error-xml-bad-markup = Знак `<` не начинает здесь разметку.
    .remedy = Знак «меньше» в тексте пишется `&lt;`.
error-xml-bad-name = «{ $name }» — не имя XML.
    .remedy = Имена начинаются с буквы; если это текст, напишите `&lt;` вместо `<`.
error-xml-bad-attribute = Атрибут `{ $name }` записан не так, как требует XML.
    .remedy = Напишите `{ $name }="…"` с пробелом перед ним.
error-xml-duplicate-attribute = Атрибут `{ $name }` стоит в теге дважды.
    .remedy = Удалите один из двух.
error-xml-less-than-in-attribute = В значении атрибута `{ $name }` стоит `<`.
    .remedy = Напишите `&lt;`.
error-xml-bare-ampersand = Знак `&` не начинает здесь ссылку.
    .remedy = Амперсанд в тексте пишется `&amp;`.
error-xml-bad-reference = `&{ $reference };` не обозначает символа, допустимого в XML.
    .remedy = Удалите её: в XML этот символ записать нельзя.
error-xml-forbidden-character = Символ { $character } в XML недопустим.
    .remedy = Удалите его: в XML этот символ записать нельзя.
error-xml-cdata-end-in-text = В тексте стоит `]]>`.
    .remedy = Напишите `]]&gt;`.
error-xml-double-hyphen = В комментарии стоит `--`.
    .remedy = Напишите один дефис или тире.
error-xml-mismatched-end = Стоит `</{ $found }>`, а должно быть `</{ $expected }>`.
    .remedy = Сначала закройте `{ $expected }`. Единица пропущена, остальные сохранены.
error-xml-unexpected-end = `</{ $name }>` ничего не закрывает.
    .remedy = Удалите его или верните открывающий тег.
error-xml-unclosed-element = `<{ $name }>` не закрыт.
    .remedy = Закройте его: `</{ $name }>`. Единица пропущена, остальные сохранены.
error-xml-text-outside-root = Вне корневого элемента стоит текст.
    .remedy = Удалите его.
error-xml-second-root = `<{ $name }>` — второй корневой элемент.
    .remedy = Сделайте из него отдельный файл.
error-xml-no-root = В файле нет ни одного элемента.
    .remedy = Укажите файл TMX.
error-xml-bad-declaration = Объявление XML записано с ошибкой.
    .remedy = Напишите `<?xml version="1.0" encoding="UTF-8"?>`.
error-xml-misplaced-declaration = Объявление XML может стоять только в самом начале.
    .remedy = Удалите то, что стоит перед ним, или его само.
error-xml-bad-doctype = Объявление типа документа записано с ошибкой или стоит не на месте.
    .remedy = Удалите его: оно не нужно.
error-xml-too-deep = Друг в друга вложено больше { $limit } элементов.
    .remedy = Такая вложенность в памяти переводов бессмысленна: посмотрите, чем записан файл.
error-xml-unknown-entity = Сущность `&{ $name };` не раскрывается и остаётся как есть.
    .remedy = Напишите сам символ.
error-xml-version = В файле объявлен XML { $version }; он читается как XML 1.0.
    .remedy = Объявите версию 1.0.

## Кодировка

error-tmx-encoding = Объявлена кодировка { $declared }, но файл прочитан как { $actual }.
    .remedy = Исправьте объявление или сохраните файл в UTF-8: это делает `hexapla tmx fmt`.
error-tmx-encoding-unknown = Объявленная кодировка { $declared } неизвестна; файл прочитан как { $actual }.
    .remedy = Укажите общепринятое имя кодировки или сохраните файл в UTF-8.
error-tmx-encoding-undecodable = Некоторые байты — не { $encoding }; на их месте стоит U+FFFD.
    .remedy = Сохраните файл в той кодировке, которая в нём объявлена.
error-tmx-undecodable = Здесь есть байты не в { $encoding }; единица пропущена.
    .remedy = Сохраните файл в той кодировке, которая в нём объявлена.

## Файл

error-tmx-empty-file = Файл пуст.
    .remedy = Укажите файл TMX.
error-tmx-not-tmx = Корневой элемент — `{ $root }`, а не `tmx`.
    .remedy = Укажите файл TMX.
error-tmx-not-xml = Это не XML.
    .remedy = Укажите файл TMX.
error-tmx-refused-entity = Сущность `{ $name }` ссылается на другие сущности или на файл. Файл отвергнут.
    .remedy = Уберите объявления сущностей из объявления типа документа.
error-tmx-unclosed-unit = У единицы нет конца; она пропущена.
    .remedy = Закройте её: `</tu>`.
error-tmx-unit-too-large = Единица больше { $limit } байт; она пропущена.
    .remedy = Разделите её или поищите пропущенный `</tu>`.
error-tmx-truncated = Файл обрывается раньше `</body></tmx>`.
    .remedy = Он обрезан: получите его заново из источника. Целые единицы сохранены.
error-tmx-trailing-nuls = После конца документа стоят нулевые символы.
    .remedy = Удалите их: не каждый парсер их пропустит.
error-tmx-trailing-junk = После конца документа что-то есть.
    .remedy = Удалите то, что стоит после `</tmx>`.
error-tmx-unit-outside-body = Единица стоит вне `body`.
    .remedy = Перенесите её в `body`.
error-tmx-missing-element = В `{ $parent }` нет элемента `{ $element }`.
    .remedy = Добавьте `{ $element }`; недостающий заголовок добавляет `hexapla tmx fmt`.
error-tmx-unexpected-element = Элемент `{ $element }` не может стоять в `{ $parent }`.
    .remedy = Удалите его или сохраните его содержание в `prop`.
error-tmx-wrong-order = Элемент `{ $element }` стоит в `{ $parent }` не на месте.
    .remedy = Сначала примечания и свойства, затем варианты или сегмент; порядок наводит `hexapla tmx fmt`.
error-tmx-unexpected-text = Прямо в `{ $parent }` стоит текст.
    .remedy = Удалите его или перенесите в сегмент либо примечание.
error-tmx-unknown-attribute = У `{ $element }` нет атрибута `{ $attribute }`.
    .remedy = Удалите его или сохраните его значение в `prop`.
error-tmx-missing-attribute = У `{ $element }` не хватает атрибута `{ $attribute }`.
    .remedy = Добавьте `{ $attribute }="…"`.
error-tmx-bad-value = «{ $value }» — недопустимое значение атрибута `{ $attribute }` элемента `{ $element }`.
    .remedy = Используйте одно из значений, перечисленных в стандарте.
error-tmx-unknown-version = «{ $version }» — такой версии TMX нет.
    .remedy = Объявите версию 1.4; её пишет `hexapla tmx fmt`.
error-tmx-missing-version = Версия не объявлена.
    .remedy = Объявите версию 1.4; её пишет `hexapla tmx fmt`.
error-tmx-missing-base = `ude` сопоставляет коды, не называя их кодировки.
    .remedy = Укажите её в `base`.
error-tmx-bad-map = «{ $value }» в `{ $attribute }` элемента `map` — не код символа.
    .remedy = Пишите коды символов как `#x` и шестнадцатеричные цифры.

## Единица

error-tmx-bad-date = «{ $value }» в `{ $attribute }` — не та дата, которую читают все программы.
    .remedy = Пишите её как ГГГГММДДTччммссZ, по UTC.
error-tmx-bad-language = «{ $value }» — не код языка.
    .remedy = Используйте код по BCP 47, например `de` или `pt-BR`.
error-tmx-underscore-in-language = В «{ $value }» стоит `_`, а в кодах языков пишется `-`.
    .remedy = Пишите через `-`, как велит BCP 47.
error-tmx-language-conflict = `lang` говорит «{ $lang }», а `xml:lang` — «{ $xmllang }».
    .remedy = Оставьте `xml:lang` и удалите `lang`.
error-tmx-old-language-attribute = Здесь стоит `lang`, а в этой версии пишется `xml:lang`.
    .remedy = Пишите `xml:lang`; `hexapla tmx fmt` исправит это.
error-tmx-blank-in-tuid = В имени «{ $value }» есть пробельные символы.
    .remedy = Используйте `tuid` без пробелов.
error-tmx-duplicate-tuid = Имя «{ $value }» уже носит единица { $first }.
    .remedy = Дайте каждой единице свой `tuid` или не давайте никакого.
error-tmx-bad-number = «{ $value }» в `{ $attribute }` — не число.
    .remedy = Пишите только цифры.
error-tmx-missing-source = Нет варианта на исходном языке `{ $language }`.
    .remedy = Добавьте его или укажите исходный язык в `srclang`.
error-tmx-single-variant = В единице только один вариант: ничего не переведено.
    .remedy = Переведите её или уберите: `hexapla tmx filter --drop untranslated`.
error-tmx-duplicate-variant = Это второй вариант на `{ $language }`.
    .remedy = Оставьте один или сделайте из каждого единицу.
error-tmx-empty-segment = Сегмент на `{ $language }` пуст.
    .remedy = Переведите его или уберите: некоторые программы вставляют пустоту как перевод.
error-tmx-segment-blanks = Сегмент на `{ $language }` начинается или кончается пробельными символами.
    .remedy = Вынесите их из сегмента.
error-tmx-unpaired-bpt = У `bpt` { $i } нет `ept`.
    .remedy = Добавьте `ept` или напишите `it pos="begin"`.
error-tmx-unpaired-ept = Перед `ept` { $i } нет `bpt`.
    .remedy = Добавьте `bpt` или напишите `it pos="end"`.
error-tmx-duplicate-i = Второй `bpt` сегмента имеет номер { $i }.
    .remedy = Нумеруйте пары сегмента по-разному.
error-tmx-unmatched-x = Коду `{ $element }` { $x } нет пары в варианте на `{ $language }`.
    .remedy = Дайте соответствующим кодам одинаковый `x` во всех вариантах.
error-tmx-isolated-pair = Обе половины `it` { $x } стоят в одном сегменте.
    .remedy = Запишите их как `bpt` и `ept`.
error-tmx-deprecated-ut = Элемент `ut` устарел.
    .remedy = Используйте `bpt`, `ept`, `ph` или `it`.
error-tmx-repeated = Ещё того же: { $count } ({ $code }).
    .remedy = Все покажет `--verbose`.
