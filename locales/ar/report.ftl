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

## المحاذاة. النجمة علامة ما نقص من الترجمة، والأوبيلوس علامة ما لا أصل له في المصدر.

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
align-title = { $source } و{ $target }
align-title-many = صفحات متحاذية
align-legend-missing = بلا ترجمة
align-legend-added = بلا مصدر
align-legend-moved = منقول من موضعه
align-column-mark = العلامة
align-column-confidence = درجة الثقة
