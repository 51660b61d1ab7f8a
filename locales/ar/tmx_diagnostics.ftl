### ما لا يصحّ في ملف الذاكرة، بحسب رمز الملاحظة؛ و`.remedy`: ما العمل.
###
### المصطلحات: unit = وحدة (tu) · variant = صيغة (tuv) · segment = مقطع (seg) · code = رمز (bpt, ept, ph, it) ·
### element = عنصر · attribute = سمة · white space = فراغات.

## XML

error-xml-unclosed-tag = الوسم غير مغلق.
    .remedy = أغلقه بـ `>`؛ وربما نقصت علامة اقتباس. تُركت الوحدة وبقيت سواها.
error-xml-unclosed-comment = التعليق غير مغلق.
    .remedy = أغلقه بـ `-->`.
error-xml-unclosed-cdata = قسم CDATA غير مغلق.
    .remedy = أغلقه بـ `]]>`.
error-xml-unclosed-instruction = تعليمة المعالجة غير مغلقة.
    .remedy = أغلقها بـ `?>`.
error-xml-unclosed-doctype = تصريح نوع المستند غير مغلق.
    .remedy = أغلقه بـ `>` أو احذفه، فلا حاجة إليه.
error-xml-bad-markup = لا تبدأ `<` هنا أي وسم.
    .remedy = تُكتب علامة «أصغر من» في النص `&lt;`.
error-xml-bad-name = «{ $name }» ليس اسمًا صحيحًا في XML.
    .remedy = تبدأ الأسماء بحرف؛ فإن كان هذا نصًا فاكتب `&lt;` بدل `<`.
error-xml-bad-attribute = السمة `{ $name }` ليست مكتوبة كما يريد XML.
    .remedy = اكتب `{ $name }="…"` وقبلها مسافة.
error-xml-duplicate-attribute = وردت السمة `{ $name }` مرتين في وسم واحد.
    .remedy = احذف إحداهما.
error-xml-less-than-in-attribute = في قيمة السمة `{ $name }` علامة `<`.
    .remedy = اكتب `&lt;`.
error-xml-bare-ampersand = لا تبدأ `&` هنا أي إحالة.
    .remedy = تُكتب علامة العطف في النص `&amp;`.
error-xml-bad-reference = لا تدلّ `&{ $reference };` على محرف يسمح به XML.
    .remedy = احذفها: لا سبيل إلى كتابة هذا المحرف في XML.
error-xml-forbidden-character = المحرف { $character } غير مسموح به في XML.
    .remedy = احذفه: لا سبيل إلى كتابة هذا المحرف في XML.
error-xml-cdata-end-in-text = في النص `]]>`.
    .remedy = اكتب `]]&gt;`.
error-xml-double-hyphen = في تعليق `--`.
    .remedy = اكتب شرطة واحدة.
error-xml-mismatched-end = جاء `</{ $found }>` حيث يجب `</{ $expected }>`.
    .remedy = أغلق `{ $expected }` أولًا. تُركت الوحدة وبقيت سواها.
error-xml-unexpected-end = لا يغلق `</{ $name }>` شيئًا.
    .remedy = احذفه أو أعد وسم البداية التابع له.
error-xml-unclosed-element = العنصر `<{ $name }>` غير مغلق.
    .remedy = أغلقه بـ `</{ $name }>`. تُركت الوحدة وبقيت سواها.
error-xml-text-outside-root = ثمة نص خارج العنصر الجذر.
    .remedy = احذفه.
error-xml-second-root = `<{ $name }>` عنصر جذر ثانٍ.
    .remedy = اجعله ملفًا مستقلًا.
error-xml-no-root = ليس في الملف أي عنصر.
    .remedy = أعط ملف TMX.
error-xml-bad-declaration = تصريح XML معيب.
    .remedy = اكتب `<?xml version="1.0" encoding="UTF-8"?>`.
error-xml-misplaced-declaration = لا يجوز تصريح XML إلا في أول الملف.
    .remedy = احذف ما قبله أو احذفه هو.
error-xml-bad-doctype = تصريح نوع المستند معيب أو في غير موضعه.
    .remedy = احذفه، فلا حاجة إليه.
error-xml-too-deep = تداخلت عناصر يزيد عددها على { $limit }.
    .remedy = لا معنى لعمق كهذا في ذاكرة: انظر ما الذي كتب الملف.
error-xml-unknown-entity = الكيان `&{ $name };` لا يُفكّ ويبقى كما كُتب.
    .remedy = اكتب المحرف نفسه.
error-xml-version = يصرّح الملف بـ XML { $version }، ويُقرأ على أنه XML 1.0.
    .remedy = صرّح بالإصدار 1.0.

## الترميز

error-tmx-encoding = الترميز المصرّح به { $declared }، لكن الملف قُرئ بـ { $actual }.
    .remedy = صحّح التصريح أو احفظ الملف بـ UTF-8: يفعل ذلك `hexapla tmx fmt`.
error-tmx-encoding-unknown = الترميز المصرّح به { $declared } غير معروف، وقُرئ الملف بـ { $actual }.
    .remedy = اكتب اسم الترميز المعتاد أو احفظ الملف بـ UTF-8.
error-tmx-encoding-undecodable = بعض البايتات ليست { $encoding }، ومكانها U+FFFD.
    .remedy = احفظ الملف بالترميز الذي يصرّح به.
error-tmx-undecodable = هنا بايتات ليست { $encoding }، فتُركت الوحدة.
    .remedy = احفظ الملف بالترميز الذي يصرّح به.

## الملف

error-tmx-empty-file = الملف فارغ.
    .remedy = أعط ملف TMX.
error-tmx-not-tmx = العنصر الجذر `{ $root }` وليس `tmx`.
    .remedy = أعط ملف TMX.
error-tmx-not-xml = ليس هذا XML.
    .remedy = أعط ملف TMX.
error-tmx-refused-entity = يحيل الكيان `{ $name }` إلى كيانات أخرى أو إلى ملف. رُفض الملف.
    .remedy = احذف تصريحات الكيانات من تصريح نوع المستند.
error-tmx-unclosed-unit = ليس للوحدة نهاية، فتُركت.
    .remedy = أغلقها بـ `</tu>`.
error-tmx-unit-too-large = الوحدة أكبر من { $limit } بايت، فتُركت.
    .remedy = قسّمها أو ابحث عن `</tu>` ناقص.
error-tmx-truncated = ينتهي الملف قبل `</body></tmx>`.
    .remedy = لقد قُطع: احصل عليه من مصدره مرة أخرى. بقيت الوحدات السليمة.
error-tmx-trailing-nuls = بعد نهاية المستند محارف NUL.
    .remedy = احذفها: فليس كل محلّل يتجاوز عنها.
error-tmx-trailing-junk = بعد نهاية المستند شيء آخر.
    .remedy = احذف ما بعد `</tmx>`.
error-tmx-unit-outside-body = وحدة خارج `body`.
    .remedy = انقلها إلى `body`.
error-tmx-missing-element = ينقص `{ $parent }` العنصر `{ $element }`.
    .remedy = أضف `{ $element }`؛ أما الترويسة الناقصة فيضيفها `hexapla tmx fmt`.
error-tmx-unexpected-element = لا يجوز `{ $element }` في `{ $parent }`.
    .remedy = احذفه أو احفظ ما فيه في `prop`.
error-tmx-wrong-order = `{ $element }` في غير موضعه من `{ $parent }`.
    .remedy = الملاحظات والخصائص أولًا ثم الصيغ أو المقطع؛ يرتّبها `hexapla tmx fmt`.
error-tmx-unexpected-text = في `{ $parent }` نص مباشر.
    .remedy = احذفه أو انقله إلى مقطع أو ملاحظة.
error-tmx-unknown-attribute = ليس لـ `{ $element }` سمة `{ $attribute }`.
    .remedy = احذفها أو احفظ قيمتها في `prop`.
error-tmx-missing-attribute = تنقص `{ $element }` السمة `{ $attribute }`.
    .remedy = أضف `{ $attribute }="…"`.
error-tmx-bad-value = «{ $value }» ليست قيمة للسمة `{ $attribute }` في `{ $element }`.
    .remedy = استعمل إحدى القيم التي يعدّدها المعيار.
error-tmx-unknown-version = «{ $version }» ليس إصدارًا من TMX.
    .remedy = صرّح بالإصدار 1.4؛ يكتبه `hexapla tmx fmt`.
error-tmx-missing-version = لا تصريح بالإصدار.
    .remedy = صرّح بالإصدار 1.4؛ يكتبه `hexapla tmx fmt`.
error-tmx-missing-base = يقابل `ude` رموزًا من غير أن يسمّي ترميزها.
    .remedy = سمّه في `base`.
error-tmx-bad-map = «{ $value }» في `{ $attribute }` من `map` ليس رقم محرف.
    .remedy = اكتب أرقام المحارف بـ `#x` وأرقام ستّ عشرية.

## الوحدة

error-tmx-bad-date = «{ $value }» في `{ $attribute }` ليس تاريخًا تقرؤه كل الأدوات.
    .remedy = اكتبه YYYYMMDDThhmmssZ بالتوقيت العالمي.
error-tmx-bad-language = «{ $value }» ليس رمز لغة.
    .remedy = استعمل رمزًا وفق BCP 47 مثل `de` أو `pt-BR`.
error-tmx-underscore-in-language = في «{ $value }» علامة `_` حيث تكون في رموز اللغات `-`.
    .remedy = اكتبه بـ `-` وفق BCP 47.
error-tmx-language-conflict = يقول `lang` «{ $lang }» ويقول `xml:lang` «{ $xmllang }».
    .remedy = أبقِ `xml:lang` واحذف `lang`.
error-tmx-old-language-attribute = هنا `lang` حيث تكتب هذه النسخة `xml:lang`.
    .remedy = اكتب `xml:lang`؛ و`hexapla tmx fmt` يكتبه.
error-tmx-blank-in-tuid = في الاسم «{ $value }» فراغات.
    .remedy = استعمل `tuid` بلا فراغات.
error-tmx-duplicate-tuid = الاسم «{ $value }» للوحدة { $first } من قبل.
    .remedy = أعط كل وحدة `tuid` خاصًا بها أو لا تعطها شيئًا.
error-tmx-bad-number = «{ $value }» في `{ $attribute }` ليس عددًا.
    .remedy = اكتب أرقامًا فقط.
error-tmx-missing-source = لا صيغة بلغة المصدر `{ $language }`.
    .remedy = أضفها أو سمّ لغة المصدر في `srclang`.
error-tmx-single-variant = ليس للوحدة إلا صيغة واحدة: لا ترجمة فيها.
    .remedy = ترجمها أو استبعدها: `hexapla tmx filter --drop untranslated`.
error-tmx-duplicate-variant = هذه صيغة ثانية بـ `{ $language }`.
    .remedy = أبقِ واحدة أو اجعل من كل منها وحدة.
error-tmx-empty-segment = المقطع بـ `{ $language }` فارغ.
    .remedy = ترجمه أو استبعده: فبعض الأدوات تضع الفراغ مكان الترجمة.
error-tmx-segment-blanks = يبدأ المقطع بـ `{ $language }` أو ينتهي بفراغات.
    .remedy = أخرج الفراغات من المقطع.
error-tmx-unpaired-bpt = ليس لـ `bpt` { $i } قرين `ept`.
    .remedy = أضف `ept` أو اكتبه `it pos="begin"`.
error-tmx-unpaired-ept = ليس قبل `ept` { $i } قرين `bpt`.
    .remedy = أضف `bpt` أو اكتبه `it pos="end"`.
error-tmx-duplicate-i = لـ `bpt` ثانٍ في المقطع الرقم { $i }.
    .remedy = رقّم كل زوج في المقطع برقم مختلف.
error-tmx-unmatched-x = ليس لـ `{ $element }` { $x } مقابل في الصيغة بـ `{ $language }`.
    .remedy = أعط الرموز المتقابلة قيمة `x` نفسها في كل الصيغ.
error-tmx-isolated-pair = نصفا `it` { $x } في مقطع واحد.
    .remedy = اكتبهما `bpt` و`ept`.
error-tmx-deprecated-ut = العنصر `ut` مهجور.
    .remedy = استعمل `bpt` أو `ept` أو `ph` أو `it`.
error-tmx-repeated = مثل ما سبق أيضًا: { $count } ({ $code }).
    .remedy = يعرضها كلها `--verbose`.
