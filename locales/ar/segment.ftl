### التقطيع: الأمران `segment` و`srx`، وما قد يكون خطأً في ملف قواعد.
###
### المصطلحات: rule = قاعدة · rule file = ملف قواعد · to cut = قطع · to keep together = إبقاء معًا · boundary = حد.
### تبقى أسماء العناصر كما هي.

## segment

command-segment = تقطيع صفحة إلى مقاطع
command-segment-details =
    يقرأ صفحة ويعرض مقاطعها، مقطعًا في كل سطر، وبين الكتل سطر فارغ. لا تُنهي الجملةَ الاختصاراتُ ولا التواريخ ولا
    الاقتباسات ولا ذكر المصادر. ويضيف `json` الموضع: البايتات والسطر والعمود.

    إن كانت لأداتك قواعدها فإن `--rules` يقطّع كما تقطّع: يصلح أي ملف SRX، كملفات LanguageTool أو OmegaT أو Okapi أو
    memoQ. وداخل مشروع تسري قواعد `[segmentation]` في hexapla.toml. ويبيّن `--explain` لكل موضع كانت قاعدة ستقطع فيه
    أيُّ قاعدة حسمت الأمر.
command-segment-examples =
    hexapla segment content/ar/garden.md
        مقطع في كل سطر
    hexapla segment --language ar --input html - < page.html
        القراءة من المدخل القياسي
    hexapla segment --explain page.txt
        لماذا قُطع هنا ولم يُقطع هناك
    hexapla segment --rules segment.srx --rules-language ar_two page.txt
        كما يقطّع LanguageTool العربية
    hexapla segment --break-at colon,line page.txt
        وكذلك بعد النقطتين وعند نهاية السطر
    hexapla segment --format json page.html
        مع المواضع، للبرامج
argument-segment-file = الصفحة؛ أو `-` للمدخل القياسي
option-segment-language = لغة الصفحة، إن لم تذكرها الصفحة نفسها
option-segment-input = نوع الصفحة، إن لم يدل عليه اسمها
option-segment-rules = التقطيع بقواعد ملف SRX هذا بدل قواعدنا
option-segment-rules-language = اسم اللغة في ملف القواعد
option-segment-explain = بيان القاعدة الحاسمة في كل موضع كانت قاعدة ستقطع فيه
option-segment-break-at = أين تقطع قواعدنا إضافةً إلى ذلك؛ يُفصل بين المواضع بفواصل
option-segment-no-trim = إبقاء الفراغ بين المقاطع مع المقطع السابق
value-code = رمز

explain-rules = القواعد: { $rules }
explain-break = قطع
explain-keep = معًا
explain-against = خلافًا لـ{ $rule }
error-segment-nothing = لا نص في { $path }.
    .remedy = تحقّق من أنه الملف المقصود؛ ويحدد `--input` طريقة قراءته.
note-recut = قُطّع { $paths } بقواعد ({ $then }) غير القواعد السارية الآن ({ $now }). { PLURAL($n) ->
        [zero] لا يختلف أي مقطع بسبب القواعد وحدها
        [one] مقطع واحد يختلف بسبب القواعد وحدها ويُعدّ غير متغيّر
        [two] مقطعان يختلفان بسبب القواعد وحدها ويُعدّان غير متغيّرين
        [few] { NUM($n) } مقاطع تختلف بسبب القواعد وحدها وتُعدّ غير متغيّرة
        [many] { NUM($n) } مقطعًا تختلف بسبب القواعد وحدها وتُعدّ غير متغيّرة
       *[other] { NUM($n) } مقطع تختلف بسبب القواعد وحدها وتُعدّ غير متغيّرة
    }. قد لا تجدها الأدوات الأخرى حتى تعطيها ما يكتبه `hexapla export`.
note-recut-nothing = قُطّع { $paths } بقواعد ({ $then }) غير القواعد السارية الآن ({ $now })؛ ولا يختلف بذلك أي مقطع من هذه الصفحات.
note-project-rules = تسري قواعد هذا المشروع: { $rules }.
note-general-rules = لا توجد قواعد خاصة باللغة «{ $language }»، فتسري القواعد العامة لكل اللغات. يمكنك تقديم قواعدك بالخيار `--rules`.
note-import-recut = قُطّع { $path } بقواعد ({ $then }) غير القواعد السارية هنا ({ $now }). حيثما اختلفت تُقطَّع وحداته من جديد عند مقارنة الصفحات؛ و`hexapla status` يذكر عددها.

## srx

command-srx = فحص ملفات القواعد أو كتابة قواعدنا
command-srx-details =
    يقرأ `validate` ملف قواعد تقطيع (SRX 1.0 أو 2.0)، ويجهّز قواعد جميع لغاته، ويسرد ما فيه من خطأ أو غرابة مع الملف
    والسطر والعمود، ومنه ما لا يعطّل إلا OmegaT أو Okapi.

    ويكتب `export` قواعدنا بصيغة SRX 2.0 لتقطّع أداتك كما يقطّع hexapla. ومع `--for` يُكتب صراحةً ما كانت تلك الأداة
    ستفهمه على غير وجهه؛ وبدونه تكون الأنماط بصيغة ICU كما ينص المعيار.
command-srx-examples =
    hexapla srx validate company.srx
        هل هذا الملف سليم؟
    hexapla srx export --for omegat -o omegat/segmentation.srx
        قواعدنا لمشروع OmegaT
    hexapla srx export --break-at colon > rules.srx
        قواعدنا مع القطع بعد النقطتين أيضًا
argument-srx-action = ما المطلوب
argument-srx-file = ملف القواعد المراد فحصه؛ أو `-` للمدخل القياسي
option-srx-for = الأداة التي ستقرأ الملف
option-srx-output = الملف الذي يُكتب؛ وإلا فالمخرج القياسي
srx-fine = { $path }: القواعد: { PLURAL($rules) ->
        [zero] { NUM($rules) }
        [one] { NUM($rules) }
        [two] { NUM($rules) }
        [few] { NUM($rules) }
        [many] { NUM($rules) }
       *[other] { NUM($rules) }
    }، المجموعات: { PLURAL($groups) ->
        [zero] { NUM($groups) }
        [one] { NUM($groups) }
        [two] { NUM($groups) }
        [few] { NUM($groups) }
        [many] { NUM($groups) }
       *[other] { NUM($groups) }
    }؛ لا خطأ فيه.
srx-odd = { $path }: القواعد: { PLURAL($rules) ->
        [zero] { NUM($rules) }
        [one] { NUM($rules) }
        [two] { NUM($rules) }
        [few] { NUM($rules) }
        [many] { NUM($rules) }
       *[other] { NUM($rules) }
    }، المجموعات: { PLURAL($groups) ->
        [zero] { NUM($groups) }
        [one] { NUM($groups) }
        [two] { NUM($groups) }
        [few] { NUM($groups) }
        [many] { NUM($groups) }
       *[other] { NUM($groups) }
    }؛ صالح رغم التحذيرات.
srx-written = { $path }: قواعدنا، الإصدار { $edition }

## ما قد يكون خطأً في ملف قواعد

error-rules = { $place }: { $fault ->
        [xml-unclosed] ما يبدأ بـ`{ $name }` لم يُغلق
        [xml-markup] لا تبدأ `<` هنا شيئًا معروفًا؛ اكتب `&lt;` في النمط
        [xml-name] ليس `{ $name }` اسمًا في XML
        [xml-attribute] تحتاج السمة `{ $name }` إلى `=` وعلامتي تنصيص ومسافة قبلها
        [xml-twice] ذُكرت السمة `{ $name }` مرتين
        [xml-character] لا يجوز `{ $name }` في هذا الموضع من XML
        [xml-reference] لا يدل `&{ $name };` على محرف يجيزه XML
        [xml-end] جاء `</{ $other }>` حيث يلزم `</{ $name }>`
        [xml-end-of-nothing] لا يُغلق `</{ $name }>` شيئًا
        [xml-element] لم يُغلق `<{ $name }>`
        [xml-outside] يوجد شيء خارج العنصر الجذر
        [xml-empty] ليس فيه أي عنصر
        [xml-declaration] إعلان XML أو إعلان نوع المستند معيب أو في غير موضعه
        [xml-deep] أكثر من { $name } عنصرًا متداخلًا
        [not-srx] العنصر الجذر `{ $name }` لا `srx`: ليس هذا ملف قواعد
        [version] إصدار SRX «{ $name }» غير معروف؛ والمعروف 1.0 و2.0
        [no-map] لا تطابق أي خريطة لغات «{ $name }»؛ والموجود: { $other }
        [unsupported] `{ $name }` في `{ $other }` غير مدعوم
        [malformed] ليس `{ $name }` تعبيرًا نمطيًا: { $other }
        [too-large] النمط في `{ $name }` أكبر من اللازم
        [fits-nothing] تطابق القاعدة النص الفارغ وستقطع في أي مكان
        [backtracks] تنظر القاعدة حولها أو لا تردّ شيئًا؛ تُجرَّب الاحتمالات واحدًا بعد آخر، وهذا بطيء
        [catastrophic] يكرر `{ $name }` تكرارًا؛ وقد لا تفرغ منه أبدًا الأدوات التي تجرّب الاحتمالات تباعًا
        [entity] الكيان `&{ $name };` غير معروف ويبقى كما كُتب
        [xml-version] يُقرأ XML { $name } على أنه XML 1.0
        [no-version] لا يذكر الملف إصداره
        [element] العنصر `{ $name }` غير معروف وقد جرى تجاوزه
        [attribute] السمة `{ $name }` غير معروفة وقد جرى تجاوزها
        [value] ليست «{ $other }» قيمة لـ`{ $name }`؛ أُخذت القيمة المبدئية
        [stray-text] جرى تجاوز نص بين العناصر
        [second-group] توجد مجموعتان باسم «{ $name }»؛ والأولى هي السارية
        [no-group] تقود الخريطة إلى المجموعة «{ $name }»، وهي غير موجودة
        [no-maps] لا توجد خريطة لغات، فليس لأي لغة قواعد
        [map] لا يصلح نمط اللغة: { $other }
        [line-break] يبدأ النمط أو ينتهي بسطر جديد، والأرجح أن ذلك غير مقصود
       *[other] { $name }{ $other }
    }
    .remedy = { $fault ->
        [no-map] اذكر اسم اللغة فيه: بالخيار `--rules-language` أو بالمفتاح `rules-languages` في hexapla.toml.
        [not-srx] حدّد ملف SRX الذي تصدّره أداتك.
        [version] صدّر الملف من جديد بصيغة SRX 2.0.
       *[other] صحّح الملف في ذلك الموضع. ويسرد `hexapla srx validate` كل ما فيه من خطأ.
    }
error-rules-invalid = { PLURAL($n) ->
        [zero] لا أخطاء تجعل { $path } غير صالح.
        [one] خطأ واحد يجعل { $path } غير صالح.
        [two] خطآن يجعلان { $path } غير صالح.
        [few] { NUM($n) } أخطاء تجعل { $path } غير صالح.
        [many] { NUM($n) } خطأً يجعل { $path } غير صالح.
       *[other] { NUM($n) } خطأ يجعل { $path } غير صالح.
    }
    .remedy = صحّحها في أداتك أو في الملف؛ فقد تتجاوزها أداة بصمت وتقطّع على نحو آخر.
error-configuration-together = { $place }: لا يجتمع `{ $first }` و`{ $second }`.
    .remedy = أبقِ أحدهما: ففي ملف القواعد تحدد القواعد نفسها مواضع القطع.
