### نصوص المساعدة. أسطر الأمثلة غير المزاحة تُكتب كما هي، والمزاحة تشرحها. أسماء القيم (FILE …) تبقى لاتينية
### لأنها تقف في سطر يُكتب من اليسار إلى اليمين.
###
### المصطلحات: page = صفحة · block = كتلة · segment = مقطع · align = محاذاة · translation memory = ذاكرة ترجمة ·
### coverage = التغطية · untranslated = غير مترجم · stale = قديم · obsolete = زائد (زال مصدره) · unknown = غير معروف ·
### finding = ملاحظة · gate = شرط القبول.

help-about = أي جملة من موقع مترجَم ناقصة أو قديمة، وحصيلة سنوات من الترجمة في ملفات TMX
help-details =
    يقرأ Hexapla موقعًا وترجماته، ويقابل بينها جملة بجملة، ويبلّغ عمّا هو غير مترجم أو قديم أو زائد. أما المترجَم فيصير
    ذاكرة ترجمة تفتحها أدوات الترجمة.
help-examples =
    hexapla init
        فحص الموقع في هذا المجلد وكتابة hexapla.toml
    hexapla status
        مقدار المترجَم والمحدَّث بحسب اللغة والصفحة
    hexapla check
        كل جملة بقيت؛ ورمز الخروج 1 إن وُجدت
    hexapla help check
        كل شيء عن أمر واحد
help-exit-codes =
    0  لا شيء يخالف شرط القبول
    1  ملاحظات تخالف شرط القبول (مع `check` فقط)
    2  تعذّر العمل: سطر الأوامر أو الإعدادات أو ملف لا يُقرأ

heading-usage = الاستعمال
heading-commands = الأوامر
heading-arguments = الوسائط
heading-options = الخيارات
heading-global-options = خيارات كل الأوامر
heading-examples = أمثلة
heading-exit-codes = رموز الخروج
value-options = [OPTIONS]
value-command = COMMAND
value-file = FILE
value-directory = DIR
value-language = LANG
value-format = WORD
value-source = SOURCE
value-target = TARGET
help-default = المبدئي: { $value }
help-values = القيم: { $values }

option-ui-language = لغة الرسائل: ar أو de أو en أو ru؛ ويجوز إلحاق المنطقة مثل ar-EG
option-color = متى تُستعمل الألوان
option-quiet = عدم عرض أي شيء سوى النتيجة
option-verbose = عرض ما يُطوى عادةً أيضًا
option-no-progress = عدم عرض شريط التقدم
option-help = عرض هذه المساعدة
option-version = عرض رقم الإصدار
argument-directory = المشروع: مجلد فيه أو فوقه hexapla.toml؛ وإلا فالمجلد الحالي
option-format = شكل المخرجات

## help

command-help = عرض المساعدة لأمر
argument-help-command = الأمر
command-help-details = مثل `--help` بعد الأمر.
command-help-examples =
    hexapla help segment
        ماذا يفعل `segment` وماذا يأخذ

## align

note-read-as-text = يُقرأ { $path } نصًا عاديًا لأن اسمه لا يدل على صيغته؛ حدّدها بالخيار `--input`.
note-no-language = لا شيء يدل على لغة { $path }؛ ستُستعمل القواعد العامة. حدّدها بالخيار `--language`.

## status

command-status = عرض مقدار المترجَم والمحدَّث بحسب اللغة والصفحة
command-status-details =
    يقارن كل صفحة بترجماتها. الأمر `status` يخبر ولا يحكم: فرمز الخروج 0 أيًّا كانت النتيجة. أما الحكم فللأمر `check`.
command-status-examples =
    hexapla status
        مشروع هذا المجلد
    hexapla status --language ar -v
        لغة واحدة مع الصفحات المكتملة
    hexapla status --format json
        للبرامج
    hexapla status --base ../site-of-last-year
        ما كان مترجَمًا حينها وتغيّر منذئذٍ
option-language = هذه اللغة فقط؛ ويجوز تكرار الخيار
option-base = المقارنة بنسخة سابقة من المشروع في هذا المجلد
argument-paths = المشروع، أو صفحات ومجلدات منه للنظر فيها

## check

command-check = سرد كل جملة بقيت، والإخفاق إن وُجدت
command-check-details =
    يسرد ما هو غير مترجم أو قديم أو زائد أو غير واضح، مع موضعه وما ينبغي عمله. وتُخفق المراجعة بسبب المقاطع غير المترجمة
    والقديمة ما لم يذكر `[gate]` في hexapla.toml غير ذلك؛ وما سواها تحذيرات وملاحظات.

    يُسكت تعليقٌ في صفحة بعض القواعد فيها: `<!-- hexapla-ignore numbers: السبب -->` للكتلة التالية،
    و`<!-- hexapla-off numbers -->` … `<!-- hexapla-on -->` لكل ما بينهما؛ ومن دون أسماء يُسكت القواعد كلها. وهو في صفحة
    المصدر سارٍ على كل اللغات. ويسرد `hexapla explain` الأسماء.
command-check-examples =
    hexapla check
        كل شيء، شرطًا للقبول في CI
    hexapla check content/de/garden.md
        صفحة واحدة بكل اللغات
    hexapla check --language ar --fail-on untranslated
        الإخفاق بسبب غير المترجم فقط
    hexapla check --format json > report.json
        للبرامج؛ كل الملاحظات أيًّا كان الشرط
option-fail-on = الإخفاق بسبب هذه فقط: untranslated أو stale أو minor أو obsolete أو unknown أو قاعدة؛ تفصل بينها فواصل
value-path = PATH
value-gate = WHAT

## list

command-list = عرض أي صفحة تقابل أيًّا، وكل ملف بقي بلا مقابل
command-list-details =
    يعرض وثائق المشروع بحسب اللغات: `+` الصفحة موجودة، و`-` ناقصة، و`·` غير متاحة بهذه اللغة. وتحتها الصفحات التي لا
    مصدر لها والملفات التي لا يطابقها أي نمط. وتتقابل الصفحات بروابطها أيضًا (hreflang أو مبدّل اللغات)؛ أما `--guess`
    فيقارن مضمون ما بقي منها.
command-list-examples =
    hexapla list
        انظر هنا أولًا إن غابت صفحة عن التقرير
    hexapla list --guess
        صفحات لا تدل عليها أسماؤها: أزواج مع درجة الثقة، جاهزة للصق في hexapla.toml

## init

command-init = فحص موقع وكتابة hexapla.toml له
command-init-details =
    يجد الصفحات الموضوعة بجانب ترجماتها برمز اللغة في المجلد أو في اسم الملف، ويكتب hexapla.toml مشروحًا، ويعرض الأزواج.
    ولا يستبدل ملفًا موجودًا أبدًا.
command-init-examples =
    hexapla init
        الموقع في هذا المجلد
    hexapla init website --source de
        الموقع في `website` المكتوب بالألمانية
    hexapla init --source de --targets en,ru
        موقع لم يُترجم بعد
    hexapla init --dry-run
        عرض ما سيُكتب دون كتابته
argument-init-directory = مجلد الموقع؛ وإلا فالمجلد الحالي
option-init-source = اللغة التي كُتب بها الموقع
option-dry-run = عدم كتابة شيء وعرض الملف بدلًا من ذلك

## export

command-export = كتابة المترجَم في ذاكرة ترجمة
command-export-details =
    يكتب أزواج المشروع بصيغة TMX 1.4b، ملفًا لكل لغة، لبرنامج OmegaT ولكل أدوات الترجمة. ويخرج الزوج القديم مع النص المصدر
    الذي تُرجم عنه، ويبقى غير المترجم والمشكوك فيه.
command-export-examples =
    hexapla export -o tmx
        ملف لكل لغة في المجلد `tmx`
    hexapla export --language ar -o ar.tmx
        لغة واحدة في ملف واحد
    hexapla export --language ar -o - content/de/garden.md
        صفحة واحدة إلى المخرج القياسي
option-export-format = صيغة الذاكرة
option-export-output = مجلد، أو ملف إن كانت اللغة واحدة؛ أو `-` للمخرج القياسي؛ وإلا فالمجلد الحالي

## import

command-import = ضمّ ترجمات من ملف TMX إلى ذاكرة المشروع
command-import-details =
    يضمّ وحدات ملفات TMX إلى `memory/<language>.tmx`. وإذا اختلفت ترجمتان للمقطع نفسه بقيت الأحدث تعديلًا، وللملف الخالي من
    التواريخ الكلمة الأخيرة. وما فسد من الملف يُذكر ويُتخطّى.
command-import-examples =
    hexapla import from-the-agency.tmx
        كل لغات المشروع الموجودة في الملف
    hexapla import --language ar old.tmx older.tmx
        العربية وحدها
argument-import-files = ملفات TMX
