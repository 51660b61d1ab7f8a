### الأشكال التي يخرج بها التقرير.
###
### المصطلحات: form = شكل · finding = ملاحظة · gate = شرط القبول · source = المصدر · stale = قديم ·
### obsolete = زائد · unknown = غير معروف. عناوين القواعد قصيرة وبلا نقطة في آخرها.

option-report-format = شكل المخرجات؛ وتكتبها الصيغة FORM=FILE في ملف. ويجوز تكرار الخيار
error-format-no-file = لا يذكر `--format { $format }=` ملفًا.
    .remedy = اكتب `--format { $format }=FILE`، أو `--format { $format }` للمخرج القياسي.
error-formats-one-output = لا يمكن أن يخرج `{ $first }` و`{ $second }` معًا إلى المخرج القياسي.
    .remedy = وجّه أحدهما إلى ملف: `--format { $second }=FILE`.
error-formats-one-file = سيُكتب `{ $first }` و`{ $second }` كلاهما في { $path }.
    .remedy = اجعل لكل منهما ملفًا خاصًا به.

list-more = { $head }، { $last }
said-and-beside = { $said }؛ { $beside }.
percent = { NUM($n) }%
report-left-out = لم يُعرض هنا: { $what }. المعروض هو الأهم، ويسرد `hexapla check` كل شيء.

## Markdown وHTML

markdown-title = الترجمات
column-language = اللغة
column-page = الصفحة
column-translated = المترجَم
column-up-to-date = المحدَّث
column-untranslated = غير مترجم
column-stale = قديم
column-obsolete = زائد
column-unknown = غير معروف
markdown-more-pages = { PLURAL($n) ->
    [zero] لا صفحات أخرى غير مكتملة.
    [one] وصفحة واحدة أخرى غير مكتملة.
    [two] وصفحتان أخريان غير مكتملتين.
    [few] و{ NUM($n) } صفحات أخرى غير مكتملة.
    [many] و{ NUM($n) } صفحة أخرى غير مكتملة.
   *[other] و{ NUM($n) } صفحة أخرى غير مكتملة.
}

## عناوين القواعد

title-missing-page = صفحة غير مترجمة
title-missing-segment = جملة غير مترجمة
title-deleted-target = ترجمة محذوفة
title-untranslated-copy = ما زال كما في المصدر
title-wrong-language = لغة غير المنتظرة
title-stale = قديم
title-stale-minor = قديم قليلًا
title-obsolete-segment = زال مصدره
title-extra-segment = لا مقابل له في المصدر
title-orphan-page = صفحة بلا مصدر
title-unverified = لا يُعرف عن أي نص تُرجم
title-numbers = الأعداد مختلفة
title-spelled-numbers = عدد في جانب واحد
title-links = العناوين مختلفة
title-inline-codes = العلامات مختلفة
title-placeholders = العناصر النائبة مختلفة
title-punctuation = علامة الختام مختلفة
title-length = طول غير مألوف
title-inconsistent = تُرجم بصيغ مختلفة
title-empty-page = صفحة فارغة
title-odd-page = صفحة غريبة
title-unreadable-page = صفحة لا تُقرأ
title-unused-marker = علامة بلا أثر
