### `hexapla tmx …`.
###
### المصطلحات: memory = ذاكرة (ترجمة) · unit = وحدة · variant = صيغة · code = رمز · to format = تنسيق · to merge = دمج ·
### duplicate = مكرّر · conflict = تعارض · canonical form = الصورة القياسية.


command-tmx = فحص ذاكرات الترجمة (TMX) وتنسيقها ودمجها وتقسيمها
command-tmx-details =
    يعمل على ملفات TMX من أي إصدار بين 1.1 و1.4b، بأي ترميز، مضغوطة أو لا، مهما كبرت، فهو يقرؤها تباعًا. ما تلف في الملف
    يُبلَّغ عنه مع موضعه ويُترك، وتبقى الوحدات السليمة من حوله.
command-tmx-examples =
    hexapla tmx validate memory.tmx
        كل ما لا يصحّ فيها، مع موضعه والحل
    hexapla tmx stats memory.tmx
        ما فيها
    hexapla help tmx merge
        كل شيء عن أمر من هذه الأوامر
help-tmx-exit-codes =
    0  تمّ ولم يُعثر على شيء
    1  عُثر على شيء: أخطاء (`validate`) أو ملف غير منسّق أو فقد وحدات تالفة (`fmt`) أو فروق (`diff`) أو تعارضات (`merge-driver`)
    2  تعذّر العمل: سطر الأوامر أو مدخل لا يُقرأ أو مرفوض

argument-tmx-file = الذاكرة؛ و`-` للمدخل القياسي
option-tmx-output = الكتابة في هذا الملف لا في المخرج القياسي؛ و`.gz` في آخره يضغطه
option-tmx-on-conflict = ما يبقى من ترجمتين لنص واحد: الأحدث تعديلًا أو الأولى أو كلتاهما
option-tmx-preserve = إبقاء كل بايت من الوحدات التي لم تُمسّ كما هو، بترميز الملف

## validate

command-tmx-validate = العثور على كل ما لا يصحّ في ذاكرات الترجمة
command-tmx-validate-details =
    يفحص كل ما تقوله DTD لإصدار الملف وما لا تستطيع قوله: أزواج الرموز والتواريخ ورموز اللغات والأسماء ولغة المصدر والصيغ
    المكررة. كل ذلك في مرور واحد. من الملاحظات الكثيرة من نوع واحد تُعرض الخمس الأولى؛ ويعرضها كلها `--verbose` و`json`
    و`sarif`.
command-tmx-validate-examples =
    hexapla tmx validate memory.tmx
        للناس
    hexapla tmx validate --fail-on warning *.tmx
        شرط قبول لا يمرّ منه شيء
    hexapla tmx validate --format sarif memory.tmx > memory.sarif
        لأدوات فحص الشيفرة
option-tmx-fail-on = ما يجعل رمز الخروج 1
tmx-unit = الوحدة { $number }
tmx-unit-named = الوحدة { $number }، { $name }
tmx-count-units = { PLURAL($n) ->
    [zero] لا وحدات
    [one] وحدة واحدة
    [two] وحدتان
    [few] { NUM($n) } وحدات
    [many] { NUM($n) } وحدة
   *[other] { NUM($n) } وحدة
}
tmx-count-errors = { PLURAL($n) ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { NUM($n) } أخطاء
    [many] { NUM($n) } خطأً
   *[other] { NUM($n) } خطأ
}
tmx-count-warnings = { PLURAL($n) ->
    [zero] لا تحذيرات
    [one] تحذير واحد
    [two] تحذيران
    [few] { NUM($n) } تحذيرات
    [many] { NUM($n) } تحذيرًا
   *[other] { NUM($n) } تحذير
}
tmx-count-broken = { PLURAL($n) ->
    [zero] لا وحدات تالفة
    [one] وحدة تالفة واحدة
    [two] وحدتان تالفتان
    [few] { NUM($n) } وحدات تالفة
    [many] { NUM($n) } وحدة تالفة
   *[other] { NUM($n) } وحدة تالفة
}

## stats

command-tmx-stats = إحصاء ما في ذاكرات الترجمة
command-tmx-stats-details =
    يحصي الوحدات والصيغ والكلمات والمحارف بحسب اللغة، والرموز والخصائص بحسب النوع، ويعرض التواريخ والأدوات والترميزات وما
    لوحظ عند القراءة. تُعدّ الكلمات وفق UAX #29.
command-tmx-stats-examples =
    hexapla tmx stats memory.tmx
        للناس
    hexapla tmx stats --format json memory.tmx
        للبرامج
tmx-stats-version = TMX
tmx-stats-encoding = الترميز
tmx-stats-source-language = لغة المصدر
tmx-stats-dates = التواريخ
tmx-stats-tools = الأدوات
tmx-stats-codes = الرموز
tmx-stats-properties = الخصائص
tmx-stats-problems = المشكلات
tmx-stats-language = اللغة
tmx-stats-variants = الصيغ
tmx-stats-words = الكلمات
tmx-stats-characters = المحارف
tmx-stats-empty = الفارغة

## fmt

command-tmx-fmt = كتابة ذاكرات الترجمة في صورتها القياسية
command-tmx-fmt-details =
    يكتب TMX 1.4 بـ UTF-8، عنصرًا في كل سطر، والسمات والخصائص بترتيب ثابت، كي تكون الفروق صغيرة في إدارة الإصدارات. ولا
    يُمسّ شيء داخل المقاطع. الوحدات التالفة يُبلَّغ عنها ولا تدخل الناتج؛ ومع `--in-place` لا يُمسّ ملف فيه شيء منها إلا
    إذا ذُكر `--drop-broken`.
command-tmx-fmt-examples =
    hexapla tmx fmt old.tmx > new.tmx
        أي إصدار وترميز يصير TMX 1.4 بـ UTF-8
    hexapla tmx fmt --in-place memory/*.tmx
        تنسيق الملفات نفسها
    hexapla tmx fmt --check memory/*.tmx
        تسمية الملفات غير المنسّقة؛ ورمز الخروج 1 إن وُجدت
option-tmx-in-place = الكتابة في الملفات نفسها
option-tmx-check = من غير كتابة: تسمية الملفات التي كانت ستتغير
option-tmx-drop-broken = مع `--in-place`: ترك الوحدات التالفة نهائيًا
tmx-fmt-differs = الملف { $path } غير منسّق.
tmx-left-out = { PLURAL($n) ->
    [zero] لا وحدات تالفة.
    [one] وحدة تالفة واحدة ليست في الناتج.
    [two] وحدتان تالفتان ليستا في الناتج.
    [few] { NUM($n) } وحدات تالفة ليست في الناتج.
    [many] { NUM($n) } وحدة تالفة ليست في الناتج.
   *[other] { NUM($n) } وحدة تالفة ليست في الناتج.
}

## convert

command-tmx-convert = تغيير ترميز ذاكرة أو نزع رموزها أو صنعها من أزواج نصوص
command-tmx-convert-details =
    يكتب ذاكرة بالترميز الذي تطلبه أداة أخرى، أو نصًا بلا رموز (المستوى 1 من TMX). وملف TSV فيه زوج في كل سطر يصير ذاكرة:
    وهذا طريق العودة من `extract`.
command-tmx-convert-examples =
    hexapla tmx convert --encoding UTF-16 memory.tmx -o for-trados.tmx
        للأدوات التي تريد UTF-16
    hexapla tmx convert --plain memory.tmx -o level1.tmx.gz
        بلا رموز ومضغوطة
    hexapla tmx convert pairs.tsv -s de -t ru -o pairs.tmx
        من أسطر فيها نصان بينهما علامة جدولة
option-tmx-from = نوع الملف إن لم يدلّ عليه اسمه
option-tmx-encoding = الترميز الذي يُكتب به
option-tmx-plain = نزع كل الرموز من المقاطع
option-tmx-pair-source = لغة الحقل الأول من ملف TSV
option-tmx-pair-target = لغة الحقل الثاني من ملف TSV
tmx-no-pair = { $place }: ليس في السطر زوج نصوص، فتُرك.

## merge

command-tmx-merge = جعل ذاكرات كثيرة ذاكرة واحدة
command-tmx-merge-details =
    يجمع وحدات الملفات كلها في ملف واحد بترتيب الملفات ومن غير تكرار. تتعارض ترجمتان إذا اتفق المصدر واللغة والصفحة
    والجوار؛ ويقول `--on-conflict` أيهما يبقى. والترويسة ترويسة الملف الأول.
command-tmx-merge-examples =
    hexapla tmx merge agency.tmx ours.tmx -o all.tmx
        عند التعارض تبقى الترجمة الأحدث تعديلًا
    hexapla tmx merge --on-conflict keep ours.tmx agency.tmx -o all.tmx
        يبقى ما في `ours.tmx`
tmx-kept = كُتبت { NUM($written) } من { NUM($read) } من الوحدات.
tmx-trimmed = { PLURAL($n) ->
    [zero] لم تفقد أي منها صيغة.
    [one] فقدت واحدة منها بعض صيغها.
    [two] فقدت اثنتان منها بعض صيغهما.
    [few] فقدت { NUM($n) } منها بعض صيغها.
    [many] فقدت { NUM($n) } منها بعض صيغها.
   *[other] فقدت { NUM($n) } منها بعض صيغها.
}

## split

command-tmx-split = تقسيم ذاكرة إلى ذاكرات
command-tmx-split-details =
    يكتب ملفات في كل منها عدد محدد من الوحدات ومعها الترويسة كاملة، واسمها من اسم الذاكرة مع رقم يبدأ من 0001.
command-tmx-split-examples =
    hexapla tmx split --every 50000 big.tmx -o parts
        parts/big-0001.tmx ثم parts/big-0002.tmx وهكذا
option-tmx-every = عدد الوحدات في الملف
option-tmx-split-output = في هذا المجلد
tmx-split-written = { PLURAL($n) ->
    [zero] لم يُكتب ملف: { $path }
    [one] كُتب ملف واحد: { $path }
    [two] كُتب ملفان أولهما { $path }
    [few] كُتبت { NUM($n) } ملفات أولها { $path }
    [many] كُتب { NUM($n) } ملفًا أولها { $path }
   *[other] كُتب { NUM($n) } ملف أولها { $path }
}

## dedupe

command-tmx-dedupe = إزالة المكرر من ذاكرة
command-tmx-dedupe-details =
    من الوحدات المتفقة في المصدر والترجمة والصفحة والجوار تبقى الأولى. ومع `--on-conflict newest` أو `keep` لا تبقى لكل
    مصدر إلا ترجمة واحدة.
command-tmx-dedupe-examples =
    hexapla tmx dedupe memory.tmx -o clean.tmx
        لا يذهب إلا المتفق في كل شيء
    hexapla tmx dedupe --on-conflict newest memory.tmx -o clean.tmx
        ترجمة واحدة لكل مصدر في موضعه

## filter

command-tmx-filter = إبقاء المطلوب من وحدات ذاكرة
command-tmx-filter-details =
    يبقي الوحدات التي تصدق عليها الشروط كلها. وينزع `--language` من الوحدات سائر الصيغ؛ وإن لم توجد `de` أجزأت `de-AT`.
    ويزيل `--drop` ما يبدو خطأ.
command-tmx-filter-examples =
    hexapla tmx filter --language de,ru memory.tmx -o de-ru.tmx
        لغتان من لغات كثيرة
    hexapla tmx filter --since 2024-01-01 memory.tmx -o recent.tmx
        ما صُنع أو عُدّل منذ ذلك اليوم
    hexapla tmx filter --drop number-mismatch,same-as-source a.tmx -o b.tmx
        من غير ما هو في الأرجح ليس ترجمة
    hexapla tmx filter --property x-document=garden.html memory.tmx
        ما يخص صفحة واحدة
option-tmx-filter-language = هذه اللغات فقط، وبينها فواصل
option-tmx-since = ما صُنع أو عُدّل في هذا اليوم أو بعده (2024-01-31)
option-tmx-before = ما صُنع أو عُدّل قبل هذا اليوم
option-tmx-property = ما له هذه الخاصية: `TYPE` أو `TYPE=TEXT`
option-tmx-ratio = ما لا يزيد نصه الأطول على نصه الأقصر بأكثر من هذه النسبة
option-tmx-drop = من غير الوحدات التي فيها عيب كهذا، وبين العيوب فواصل

## diff

command-tmx-diff = عرض الفروق بين ذاكرتين وحدة وحدة
command-tmx-diff-details =
    الوحدة هي نفسها إذا اتفق الاسم (`tuid`)، وإلا فإذا اتفق المصدر في موضعه؛ ولا عبرة بالترتيب ولا بطريقة الكتابة. `-` لما
    في الملف الأول وحده، و`+` لما في الثاني وحده.
command-tmx-diff-examples =
    hexapla tmx diff yesterday.tmx today.tmx
        كل ما تغيّر
    hexapla tmx diff --text yesterday.tmx today.tmx
        النصوص المتغيرة فقط، لا التواريخ ولا الملاحظات ولا الخصائص
argument-tmx-old = الذاكرة الأولى
argument-tmx-new = الذاكرة الثانية
option-tmx-text = مقارنة اللغات والمقاطع فقط
tmx-diff-count = متفقة { NUM($same) } · مضافة { NUM($added) } · محذوفة { NUM($removed) } · متغيرة { NUM($changed) }

## extract

command-tmx-extract = استخراج أزواج النصوص من ذاكرة
command-tmx-extract-details =
    يكتب المصدر والترجمة بلا رموز: TSV زوجًا في كل سطر (`\t` و`\n` و`\r` و`\\` للجدولة ونهاية السطر ورجوع العربة والشرطة
    المعكوسة)، أو JSON Lines، أو لأداة Moses ملفين متوازيين.
command-tmx-extract-examples =
    hexapla tmx extract -t ru memory.tmx > de-ru.tsv
        الأزواج مع الروسية
    hexapla tmx extract --format jsonl memory.tmx
        مع اللغات والأسماء، للبرامج
    hexapla tmx extract --format moses -s de -t ru memory.tmx -o corpus
        corpus.de وcorpus.ru
option-tmx-extract-source = لغة المصدر إن لم تذكرها الذاكرة
option-tmx-extract-target = لغة الترجمة؛ وكل اللغات إن لم تُذكر
tmx-no-language = لا نص بـ `{ $language }`. الموجود: { $found }.
tmx-pairs = { PLURAL($n) ->
    [zero] لم يُكتب أي زوج.
    [one] كُتب زوج واحد.
    [two] كُتب زوجان.
    [few] كُتبت { NUM($n) } أزواج.
    [many] كُتب { NUM($n) } زوجًا.
   *[other] كُتب { NUM($n) } زوج.
}

## merge-driver

command-tmx-driver = دمج نسختين من ذاكرة لأجل git
command-tmx-driver-details =
    بهذا الأمر يدمج git الذاكرات وحدة وحدة بدل أن يضع علامات التعارض في XML. ما غيّره أحد الجانبين أو أضافه أو حذفه يُؤخذ
    به. وإن غيّر الجانبان وحدة واحدة بقي الأحدث تاريخًا وأُبلغ عنه وانتظر git حتى تنظر فيه (رمز الخروج 1). يكفي للإعداد
    سطران: واحد في كل نسخة مستنسخة وواحد في المستودع:
command-tmx-driver-examples =
    git config merge.tmx.driver "hexapla tmx merge-driver %O %A %B %P"
        في كل نسخة مستنسخة
    echo "*.tmx merge=tmx" >> .gitattributes
        في المستودع
argument-tmx-base = النسخة التي جاءت منها الاثنتان
argument-tmx-ours = نسختنا، وفيها يُكتب الناتج
argument-tmx-theirs = نسختهم
argument-tmx-path = اسم الملف للرسائل
tmx-conflict-ours = { $path }: غيّر الجانبان { $name } «{ $text }»، وبقيت نسختنا.
tmx-conflict-theirs = { $path }: غيّر الجانبان { $name } «{ $text }»، وأُخذت نسختهم.
tmx-conflicts = { PLURAL($n) ->
    [zero] لا تعارض في { $path }.
    [one] وحدة واحدة في { $path } غيّرها الجانبان. انظر فيها ثم `git add`.
    [two] وحدتان في { $path } غيّرهما الجانبان. انظر فيهما ثم `git add`.
    [few] { NUM($n) } وحدات في { $path } غيّرها الجانبان. انظر فيها ثم `git add`.
    [many] { NUM($n) } وحدة في { $path } غيّرها الجانبان. انظر فيها ثم `git add`.
   *[other] { NUM($n) } وحدة في { $path } غيّرها الجانبان. انظر فيها ثم `git add`.
}

## ما قد يقع من خطأ

error-tmx-refused = { $place }: { $what }
    .remedy = { $remedy }
error-tmx-unwritable = { $path }، الوحدة { $unit }: المحرف { $character } في { $spot } لا يُكتب في XML.
    .remedy = احذفه من الملف؛ يبيّن `hexapla tmx validate` موضعه.
error-tmx-standard-twice = لا يكون المدخل القياسي إلا ملفًا واحدًا من الملفات.
    .remedy = سمّ ملفات للباقي.
error-tmx-one-file = لا تُكتب الملفات ({ $n }) في المخرج القياسي كأنها ملف واحد.
    .remedy = أعط ملفًا واحدًا أو اذكر `--in-place` أو `--check`؛ ويجعل `hexapla tmx merge` الذاكرات واحدة.
error-tmx-would-drop = في { $path } وحدات تالفة ({ $n }) كانت ستضيع. لم يُمسّ الملف.
    .remedy = أصلحها أو اذكر `--drop-broken`؛ ومن غير `--in-place` تُكتب الوحدات السليمة في المخرج القياسي.
error-tmx-encoding-name = «{ $encoding }» ليس ترميزًا معروفًا.
    .remedy = استعمل اسمًا معتادًا مثل UTF-8 أو UTF-16 أو windows-1251.
error-tmx-pair-languages = لا يقول { $path } بأي لغتين نصوصه.
    .remedy = اذكر `--source-language` و`--target-language`.
error-tmx-moses-languages = يحتاج ملفا Moses إلى لغتين.
    .remedy = اذكر `--source-language` و`--target-language`.
error-tmx-moses-output = يحتاج ملفا Moses إلى اسم.
    .remedy = اذكر `--output corpus` ليكونا `corpus.de` و`corpus.ru`.
error-tmx-date = «{ $value }» ليس تاريخًا.
    .remedy = اكتبه مثل 2024-01-31 أو 20240131T120000Z.
