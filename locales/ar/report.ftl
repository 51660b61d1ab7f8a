### التقارير: status وcheck والمحاذاة.
###
### المصطلحات: segment = مقطع · word = كلمة · coverage = التغطية · current = محدَّث · minor = طفيف ·
### untranslated = غير مترجم · stale = قديم · obsolete = زائد (زال مصدره) · unknown = غير معروف (لا يُعرف عن أي نص تُرجم) ·
### finding = ملاحظة · page = صفحة · gate = شرط القبول.

count-segments = { PLURAL($n) ->
    [zero] لا مقاطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { NUM($n) } مقاطع
    [many] { NUM($n) } مقطعًا
   *[other] { NUM($n) } مقطع
}

count-words = { PLURAL($n) ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { NUM($n) } كلمات
    [many] { NUM($n) } كلمة
   *[other] { NUM($n) } كلمة
}

# اسم اللغة؛ وما لم يُذكر هنا من الرموز يبقى كما هو.
language-name = { $tag ->
    [ar] العربية
    [bg] البلغارية
    [cs] التشيكية
    [da] الدنماركية
    [de] الألمانية
    [el] اليونانية
    [en] الإنجليزية
    [es] الإسبانية
    [et] الإستونية
    [fa] الفارسية
    [fi] الفنلندية
    [fr] الفرنسية
    [he] العبرية
    [hr] الكرواتية
    [hu] المجرية
    [it] الإيطالية
    [ja] اليابانية
    [ko] الكورية
    [ku] الكردية
    [lt] الليتوانية
    [lv] اللاتفية
    [nb] النرويجية
    [nl] الهولندية
    [pl] البولندية
    [pt] البرتغالية
    [ro] الرومانية
    [ru] الروسية
    [sk] السلوفاكية
    [sl] السلوفينية
    [sq] الألبانية
    [sr] الصربية
    [sv] السويدية
    [tr] التركية
    [uk] الأوكرانية
    [vi] الفيتنامية
    [zh] الصينية
   *[other] { $tag }
}

## status. العلامات التي قبل الأعداد هي علامات أعمدة الجدول.

status-title = { PLURAL($n) ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { NUM($n) } صفحات
    [many] { NUM($n) } صفحة
   *[other] { NUM($n) } صفحة
} · لغة المصدر: { $language }
status-translated = المترجَم { NUM($percent) }%
status-up-to-date = المحدَّث { NUM($percent) }%
status-words = { NUM($done) } من { PLURAL($all) ->
    [zero] { NUM($all) } كلمة
    [one] كلمة واحدة
    [two] كلمتين
    [few] { NUM($all) } كلمات
    [many] { NUM($all) } كلمة
   *[other] { NUM($all) } كلمة
}
status-segments = { NUM($done) } من { PLURAL($all) ->
    [zero] { NUM($all) } مقطع
    [one] مقطع واحد
    [two] مقطعين
    [few] { NUM($all) } مقاطع
    [many] { NUM($all) } مقطعًا
   *[other] { NUM($all) } مقطع
}
state-untranslated = غير مترجم: { NUM($n) }
state-stale = قديم: { NUM($n) }
state-obsolete = زائد: { NUM($n) }
state-unknown = غير معروف: { NUM($n) }
status-column-current = محدَّث
status-column-words = كلمات
status-column-segments = مقاطع
status-missing = غير موجودة
status-not-offered = غير متاحة
status-complete = { PLURAL($n) ->
    [zero] لا صفحات مكتملة
    [one] صفحة واحدة مكتملة
    [two] صفحتان مكتملتان
    [few] { NUM($n) } صفحات مكتملة
    [many] { NUM($n) } صفحة مكتملة
   *[other] { NUM($n) } صفحة مكتملة
}
status-set-apart = جانبًا وخارج العدّ: { $what }
status-unknown-hint = غير معروف: لا شيء يدل على ما تُرجمت عنه هذه المقاطع. يدل عليه سجل git أو ذاكرة ترجمة (`hexapla import`) أو نسخة سابقة (`--base`).
history-absent = لا يوجد سجل git يدل على القديم؛ فلا تدل عليه إلا ذاكرة الترجمة.
history-squashed = جاءت الصفحات كلها في إيداع واحد، فلا يدل السجل على ما تُرجم عن ماذا.
set-apart-boilerplate = { PLURAL($n) ->
    [zero] لا مقاطع من القالب
    [one] مقطع واحد من القالب
    [two] مقطعان من القالب
    [few] { NUM($n) } مقاطع من القالب
    [many] { NUM($n) } مقطعًا من القالب
   *[other] { NUM($n) } مقطع من القالب
}
set-apart-switcher = { PLURAL($n) ->
    [zero] لا روابط إلى لغات أخرى
    [one] رابط واحد إلى لغة أخرى
    [two] رابطان إلى لغات أخرى
    [few] { NUM($n) } روابط إلى لغات أخرى
    [many] { NUM($n) } رابطًا إلى لغات أخرى
   *[other] { NUM($n) } رابط إلى لغات أخرى
}
set-apart-untranslatable = { PLURAL($n) ->
    [zero] لا مقاطع مستثناة من الترجمة
    [one] مقطع واحد لا يُترجم
    [two] مقطعان لا يُترجمان
    [few] { NUM($n) } مقاطع لا تُترجم
    [many] { NUM($n) } مقطعًا لا يُترجم
   *[other] { NUM($n) } مقطع لا يُترجم
}

## check: ما الخطأ وما العمل

rule-missing-page = هذه الصفحة غير موجودة بهذه اللغة: { $language }.
remedy-missing-page = ترجِمها، أو اذكرها في `not-offered` في hexapla.toml.
rule-missing-segment = لا ترجمة لهذا بهذه اللغة: { $language }.
remedy-missing-segment = ترجِمه وضعه في موضعه من الصفحة.
rule-deleted-target = حُذفت ترجمة هذا بهذه اللغة: { $language }.
remedy-deleted-target = أعد الترجمة، أو احذف الجملة من المصدر أيضًا.
rule-untranslated-copy = ما زال هذا هنا كما هو في المصدر.
remedy-untranslated-copy = ترجِمه؛ وما يجب أن يبقى كما هو يُعلَّم بالسمة `translate="no"`.
rule-wrong-language = هذا مكتوب بلغة أخرى غير المنتظرة: { $language }.
remedy-wrong-language = ترجِمه، أو بيّن لغته بالسمة `lang`.
rule-stale = تغيّر النص المصدر منذ تُرجم هذا.
remedy-stale = عدّل الترجمة لتوافق النص الجديد.
rule-stale-minor = تغيّر النص المصدر تغيّرًا طفيفًا منذ تُرجم هذا.
remedy-stale-minor = ألقِ نظرة؛ وغالبًا لا يلزم شيء.
rule-obsolete-segment = لم يعد لهذه الترجمة نص مصدر.
remedy-obsolete-segment = احذفه هنا أيضًا.
rule-extra-segment = لا يقابل هذا شيء في المصدر.
remedy-extra-segment = تحقّق هل موضعه هنا أم هو ناقص في المصدر.
rule-orphan-page = لا صفحة مصدر لهذه الصفحة.
remedy-orphan-page = احذفها، أو تحقّق هل غُيّر اسم مصدرها أو استُثني.
rule-unverified = لا شيء يدل على النص الذي تُرجم عنه هذا.
remedy-unverified = قارن بين النصين. فما حفظته ذاكرة الترجمة أو دلّ عليه السجل لا يبقى غير معروف.
rule-empty-page = لا نص في هذه الصفحة.
remedy-empty-page = املأ الصفحة أو احذفها.
rule-odd-page = في هذه الصفحة شيء غريب.
remedy-odd-page = ألقِ نظرة عليها؛ أما باقي الصفحة فقد قُرئ.
rule-unreadable-page = تعذّرت قراءة هذه الصفحة.
remedy-unreadable-page = اجعلها ملفًا نصيًا مقروءًا بترميز UTF-8 أو استثنها بالمفتاح `skip` في hexapla.toml.

edit-punctuation = تغيّرت علامات الترقيم
edit-markup = تغيّر الوسم
edit-link = تغيّر رابط
edit-spelling = تغيّر الإملاء
edit-wording = تغيّرت الصياغة
edit-number = تغيّر عدد
edit-negation = تغيّر النفي

finding-source = المصدر
finding-base = الأساس
finding-since = منذ
base-confidence = { $who } (الثقة { NUM($confidence) })
base-accepted = أقرّه شخص
base-memory = ذاكرة المشروع
base-declared = مصرَّح به في الصفحة
base-trailer = مصرَّح به في إيداع
base-history = سجل الصفحتين
base-snapshot = نسخة سابقة

check-findings = { PLURAL($n) ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { NUM($n) } ملاحظات
    [many] { NUM($n) } ملاحظة
   *[other] { NUM($n) } ملاحظة
}
check-errors = { PLURAL($n) ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { NUM($n) } أخطاء
    [many] { NUM($n) } خطأ
   *[other] { NUM($n) } خطأ
}
check-warnings = { PLURAL($n) ->
    [zero] لا تحذيرات
    [one] تحذير واحد
    [two] تحذيران
    [few] { NUM($n) } تحذيرات
    [many] { NUM($n) } تحذيرًا
   *[other] { NUM($n) } تحذير
}
check-notes = { PLURAL($n) ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { NUM($n) } تنبيهات
    [many] { NUM($n) } تنبيهًا
   *[other] { NUM($n) } تنبيه
}
check-clean = لم يبقَ شيء.
check-passed = تحقّق شرط القبول.
check-failed = لم يتحقّق شرط القبول.
check-coverage = { $language }: المحدَّث { NUM($actual) }% والمطلوب { NUM($least) }%.

## list وinit

list-orphans = صفحات بلا صفحة مصدر:
list-orphan-source = مصدرها المفترض { $path }
list-unmatched = ملفات لا يطابقها أي نمط:
list-skipped = مستثناة بالمفتاح `skip`:
init-found = لغة الموقع: { $source }، ولغات الترجمة: { $targets }.
init-pairs = { PLURAL($n) ->
    [zero] لا أزواج صفحات:
    [one] زوج صفحات واحد:
    [two] زوجا صفحات:
    [few] { NUM($n) } أزواج صفحات:
    [many] { NUM($n) } زوج صفحات:
   *[other] { NUM($n) } زوج صفحات:
}
init-written = كُتب { $path }. ويعرض `hexapla status` حال الموقع.
init-learn =
    يمكن للصفحات أن تعلّم أي الكلمات ترجمة لأيها، فتُقابَل الجمل بثقة أكبر:
    { $command }
init-note-head = ما ينظر فيه hexapla من هذا المشروع. يعرض `hexapla list` ما تطابقه الأنماط،
    و`hexapla status` مقدار المترجَم والمحدَّث.
init-note-source = اللغة التي كُتب بها الموقع.
init-note-targets = اللغات التي تُرجم إليها.
init-note-history = يُعرف النص الذي تُرجم عنه من سجل git إن وُجد.
    "off" للنظر في الصفحات وحدها، و"require" للإخفاق عند غياب السجل.
init-note-not-offered = صفحات تُركت عمدًا بلا ترجمة إلى لغة ما.
init-note-skip = صفحات لا يُنظر فيها.
init-note-languages = رموز لغات في TMX تخالف رموزها في المسارات.
init-note-documents = ما تطابقه * و** في مسار المصدر يُنقل إلى مسار الترجمة.
init-note-boilerplate = نص من قالب الموقع لا من الصفحة.
init-note-gate = متى يُخفق `hexapla check`، وأدنى تغطية بالمئة.

## ما يجري الآن، بجانب شريط التقدم

progress-pages = قراءة الصفحات ومقارنتها
progress-memories = قراءة ذاكرات الترجمة
progress-learning = تعلّم أي الكلمات يترجم بعضها بعضًا

## export وimport

export-written = { $path }: { PLURAL($n) ->
    [zero] لا وحدات
    [one] وحدة واحدة
    [two] وحدتان
    [few] { NUM($n) } وحدات
    [many] { NUM($n) } وحدة
   *[other] { NUM($n) } وحدة
}
export-rules = قواعد OmegaT: { $path } (انسخ هذا المجلد إلى مشروع OmegaT ليقطّع الصفحات كما يقطّعها Hexapla)

export-kept-back = { PLURAL($n) ->
    [zero] لم يُترك أي زوج
    [one] تُرك زوج واحد مشكوك فيه
    [two] تُرك زوجان مشكوك فيهما
    [few] تُركت { NUM($n) } أزواج مشكوك فيها
    [many] تُرك { NUM($n) } زوجًا مشكوكًا فيه
   *[other] تُرك { NUM($n) } زوج مشكوك فيه
}
import-added = جديد: { NUM($n) }
import-replaced = مستبدَل: { NUM($n) }
import-unchanged = معروف من قبل: { NUM($n) }
import-older = أقدم مما في الذاكرة: { NUM($n) }
import-untranslated = غير مترجم: { NUM($n) }
import-nothing = { $path }: ليس فيه ما يخص هذا المشروع.
import-other-languages = { PLURAL($n) ->
    [zero] لا وحدات بلغات أخرى.
    [one] وحدة واحدة بلغة ليست من لغات المشروع أو لم تُطلب.
    [two] وحدتان بلغات ليست من لغات المشروع أو لم تُطلب.
    [few] { NUM($n) } وحدات بلغات ليست من لغات المشروع أو لم تُطلب.
    [many] { NUM($n) } وحدة بلغات ليست من لغات المشروع أو لم تُطلب.
   *[other] { NUM($n) } وحدة بلغات ليست من لغات المشروع أو لم تُطلب.
}
finding-target = الترجمة
