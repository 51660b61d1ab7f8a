### `hexapla align`: ما تقوله المساعدة وما يقوله الأمر عن عمله.
###
### المسرد: انظر cli.ftl. النجمة علامة ما ينقص الترجمة، والأوبلوس علامة ما ينقص المصدر.

command-align = مقابلة مقاطع صفحة بمقاطع ترجمتها
command-align-details =
    يحاذي صفحتين: أي مقاطع الأولى ترجمتُه أي مقاطع الثانية، وما درجة الثقة في ذلك. وقد تكون المقاطع مقسومة أو مدموجة
    أو محذوفة أو مضافة. وإن لم تُذكر ملفات حُوذيت كل أزواج صفحات المشروع بما تعلّمه ذاكرة ترجمته. أما ملف TMX وحده
    فيُفكَّك ويُحاذى من جديد.

    تُرقَّم المقاطع في `ladder` من 0 كما يطبعها `hexapla segment`، ومنها روابط اللغات الأخرى؛ وكل مقطع في زوج واحد، فتبقى
    الأرقام بمعناها في كل مرة.

    تتعلم المحاذاة من النصوص نفسها، وهي أحسن مع قاموس (`--dictionary`) ومع أزواج كثيرة معًا: فالخيار `--pairs` يستخلص
    معجمًا واحدًا منها كلها. يحفظ `--learn` المعجم، ويستعمله `--lexicon` من جديد؛ وما يتركه `--learn memory/` في
    المشروع يقرؤه `status` و`check` أيضًا. وإن كان في قائمة الأزواج خطأ لم يُكتب شيء.
command-align-examples =
    hexapla align de/garden.md ar/garden.md -s de -t ar
        النصّان معًا
    hexapla align de.txt en.txt --segmented -s de -t en --format ladder
        الأسطر مقاطع جاهزة؛ زوج في كل سطر كما تُقارَن أدوات المحاذاة
    hexapla align --format html -o site.html
        كل صفحات المشروع بكل اللغات في أعمدة
    hexapla align --pairs list.tsv -o out --format ladder --learn de-fr.lexicon
        في كل سطر: المصدر والترجمة والاسم في `out`؛ ويُحفظ المعجم
    hexapla align de.md fr.md --lexicon de-fr.lexicon --dictionary de-fr.dic
        بما تُعُلِّم وبقاموس
    hexapla align old.tmx --format tmx -o new.tmx
        محاذاة ذاكرة ترجمة من جديد
argument-align-source = الصفحة المصدر، أو ملف TMX يُحاذى من جديد
argument-align-target = ترجمتها
option-source-language = لغة المصدر، إن لم تذكرها الصفحة أو المشروع
option-target-language = لغة الترجمة، إن لم تذكرها الصفحة أو المشروع
option-segmented = كل سطر غير فارغ مقطع جاهز؛ والسطر الفارغ ينهي الكتلة
option-project = مجلد المشروع؛ وإلا فالمجلد الحالي
option-align-output = الكتابة في هذا الملف بدل المخرج القياسي؛ وفي المجلد (مع --pairs أو مع / في آخره) ملف لكل زوج
option-pairs = محاذاة أزواج كثيرة: قائمة في كل سطر منها زوج: المصدر والترجمة واسم الناتج تفصل بينها علامات جدولة
option-dictionary = قاموس من لغة المصدر إلى لغة الترجمة: أسطر بعلامة جدولة، أو ملف .dic من hunalign، أو .tmx، أو TEI من FreeDict؛ ويجوز تكرار الخيار
option-learn = استخلاص معجم واحد من كل ما يُحاذى وكتابته في هذا الملف، أو في هذا المجلد إن تعددت اللغات
option-lexicon = استعمال معجم كتبه --learn أو مجلد من المعاجم
option-max-per-side = أكثر ما يكون من المقاطع في جانب واحد من الزوج، من 1 إلى 8؛ وإلا فهو 4
option-max-total = أكثر ما يكون من المقاطع في جانبي الزوج معًا، من 2 إلى 16؛ وإلا فهو 6
option-align-jobs = عدد الخيوط العاملة؛ والنتيجة واحدة أيًّا كان
align-value-number = N

align-pairs = { PLURAL($n) ->
    [zero] لا أزواج
    [one] زوج واحد
    [two] زوجان
    [few] { NUM($n) } أزواج
    [many] { NUM($n) } زوجًا
   *[other] { NUM($n) } زوج
}
align-missing = بلا ترجمة: { NUM($n) }
align-added = بلا مصدر: { NUM($n) }
align-moved = منقول: { NUM($n) }
align-title = { $page }: { $source } و{ $target }
align-title-many = صفحات متحاذية
align-legend-missing = بلا ترجمة
align-legend-added = بلا مصدر
align-legend-moved = منقول من موضعه
align-legend-doubtful = مشكوك فيه
align-column-confidence = درجة الثقة
align-contents = الصفحات
align-note-confidence = حُوذي بدرجة ثقة { NUM($confidence) }
align-unrelated = لا يبدو أن { $source } و{ $target } ترجمة أحدهما للآخر.
align-nothing = ليس في { $path } نص تمكن محاذاته.
align-unmatched = لم يُعثر في { $target } على شيء من { $source }.
align-strange = لغة { $path } المحددة هي { $language }، لكنها تبدو { $found }. حدّد اللغة بالخيار `--source-language` أو `--target-language`.
align-dictionary = { $path }: { PLURAL($n) ->
    [zero] لا مداخل
    [one] مدخل واحد
    [two] مدخلان
    [few] { NUM($n) } مداخل
    [many] { NUM($n) } مدخلًا
   *[other] { NUM($n) } مدخل
}
align-dictionary-skipped = أسطر أو عبارات لا تنفع: { NUM($n) }
align-learnt = كُتب { $path }: { PLURAL($n) ->
    [zero] لا أزواج كلمات.
    [one] زوج كلمات واحد.
    [two] زوجا كلمات.
    [few] { NUM($n) } أزواج كلمات.
    [many] { NUM($n) } زوج كلمات.
   *[other] { NUM($n) } زوج كلمات.
}
align-left-out = مقاطع ليست في ملف XLIFF: { NUM($n) }؛ فلا موضع فيه لترجمة بلا مصدر.

error-align-one-side = يوجد نص مصدر هو { $path } ولا توجد ترجمة لمحاذاته معها.
    .remedy = حدّد الملفين: `hexapla align SOURCE TARGET`. وإن لم تحدّد أيًّا منهما حُوذيت كل أزواج المشروع.
error-pairs-line = { $place }: لا يحوي هذا السطر ثلاثة أسماء تفصل بينها علامات جدولة.
    .remedy = اكتب الصفحة المصدر وترجمتها واسم الناتج، وبينها علامة جدولة. لم يُكتب شيء.
error-pairs-file = { $place }: الملف { $path } غير موجود.
    .remedy = تُحسب المسارات من المجلد الحالي، وإلا فمن مجلد القائمة. لم يُكتب شيء.
error-pairs-outside = { $place }: يقع الناتج { $path } خارج المجلد المذكور في `-o`.
    .remedy = اكتب اسمًا أو مسارًا داخل ذلك المجلد بلا `..`. لم يُكتب شيء.
error-pairs-twice = { $place }: سبق ذكر الناتج { $path } في السطر { $line }.
    .remedy = اجعل لكل زوج ناتجًا خاصًا به. لم يُكتب شيء.
error-pairs-empty = لا أزواج في { $path }.
    .remedy = اكتب في كل سطر زوجًا: الصفحة المصدر وترجمتها واسم الناتج، وبينها علامة جدولة.
error-output-directory = المجلد { $directory } الذي سيُكتب فيه { $path } غير موجود.
    .remedy = راجع كتابة الاسم، أو أنشئ المجلد أولًا.
error-learn-languages = يسع { $path } زوج لغات واحدًا، وهنا أكثر: { $languages }.
    .remedy = اذكر مجلدًا وفي آخره `/`: يوضع فيه معجم لكل لغة. أو اختر لغة بالخيار `-l`.
error-lexicon = ليس { $path } معجمًا.
    .remedy = اذكر ملفًا كتبه `hexapla align --learn`. أما قوائم الكلمات الأخرى فيقرؤها `--dictionary`.
error-lexicon-line = { $path }:{ $line }: ليس في هذا السطر كلمتان وعددان تفصل بينها علامات جدولة.
    .remedy = استخلص المعجم من جديد بالأمر `hexapla align --learn` أو احذف السطر.
error-dictionary = تتعذر قراءة { $path } قاموسًا: { $reason }.
    .remedy = تأكد من سلامة الملف ومن أن امتداده يدل على نوعه: .tsv أو .dic أو .tmx أو .tei.
error-dictionary-empty = لم يُعثر على أي زوج كلمات في { $path }.
    .remedy = اكتب في كل سطر زوجًا، الكلمة وترجمتها وبينهما علامة جدولة؛ وفي ملفات .dic كما في hunalign: الترجمة @ الكلمة.
error-memory-empty = ليس في { $path } نصوص بلغتين يمكن محاذاتها.
    .remedy = حدّد اللغتين بالخيارين `--source-language` و`--target-language` كما وردتا في الملف.
