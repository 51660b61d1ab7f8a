//! OmegaT itself translates with our exports; skipped, loudly, where it is not installed.

use std::fs;
use std::io::Write as _;
use std::process::Command;

use hexapla_core::document::{CodeKind, InlineCode};
use hexapla_core::language::Language;
use hexapla_core::memory::{TranslationUnit, Variant};
use hexapla_tmx::{ExportHead, Reader, write_units};

fn installed() -> bool {
    let found = Command::new("omegat").arg("--help").output().is_ok();
    if !found {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: OmegaT is not installed; its acceptance of our exports is not checked"
        );
    }
    found
}

fn code(text: &str, before: &str, kind: CodeKind, id: u32, name: &str, native: &str) -> InlineCode {
    InlineCode { at: text.find(before).unwrap(), kind, id, name: name.into(), native: native.into() }
}

fn unit(number: usize, source: Variant, language: &str, target: Variant) -> TranslationUnit {
    let de: Language = "de".parse().unwrap();
    TranslationUnit {
        id: Some(format!("t-{number}")),
        source_language: de.clone(),
        variants: [(de, source), (language.parse().unwrap(), target)].into_iter().collect(),
        context: Default::default(),
        notes: Vec::new(),
        properties: Default::default(),
    }
}

fn plain(text: &str) -> Variant {
    Variant { text: text.into(), ..Variant::default() }
}

/// Runs OmegaT over one source file with nothing but `memory`; the translated file and the log.
fn translate(file: &str, source: &str, language: &str, memory: &[u8]) -> (String, String) {
    let dir = tempfile::tempdir().unwrap();
    let project = dir.path().join("project");
    for sub in ["source", "target", "tm/enforce", "tm/auto", "glossary", "dictionary", "omegat"] {
        fs::create_dir_all(project.join(sub)).unwrap();
    }
    let folders = ["source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file", "dictionary_dir"]
        .map(|name| format!("<{name}>__DEFAULT__</{name}>"))
        .concat();
    let settings = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><omegat><project version=\"1.0\">{folders}\
         <source_lang>DE</source_lang><target_lang>{}</target_lang><sentence_seg>true</sentence_seg>\
         <support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>\
         </project></omegat>",
        language.to_uppercase()
    );
    fs::write(project.join("omegat.project"), settings).unwrap();
    fs::write(project.join("source").join(file), source).unwrap();
    fs::write(project.join("tm/enforce/export.tmx"), memory).unwrap();
    let config = dir.path().join("config");
    fs::create_dir_all(&config).unwrap();
    fs::write(
        config.join("omegat.prefs"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><omegat><preference version=\"1.0\">\
         <ext_tmx_show_level2>true</ext_tmx_show_level2><ext_tmx_use_slash>true</ext_tmx_use_slash>\
         </preference></omegat>",
    )
    .unwrap();
    let output = Command::new("omegat")
        .arg(&project)
        .arg("--mode=console-translate")
        .arg(format!("--config-dir={}", config.display()))
        .output()
        .unwrap();
    let log = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    // What OmegaT saves of the project itself must be readable here, too.
    for saved in ["project-omegat.tmx", "project-level1.tmx", "project-level2.tmx"] {
        let bytes = fs::read(project.join(saved)).unwrap_or_else(|error| panic!("{saved}: {error}\n{log}"));
        let mut reader = Reader::new(&bytes[..]).unwrap();
        while reader.next_tu().unwrap().is_some() {}
        assert_eq!(reader.take_diagnostics(), [], "{saved}");
    }
    (fs::read_to_string(project.join("target").join(file)).unwrap_or_default(), log)
}

fn refused(log: &str) -> bool {
    ["TF_TM_LOAD_ERROR", "SEVERE", "TMX_ERROR_READING"].iter().any(|word| log.contains(word))
}

fn export(units: &[TranslationUnit]) -> Vec<u8> {
    let mut head = ExportHead::new(&"de".parse().unwrap());
    head.creationdate = Some("20260310T120000Z".into());
    head.segmentation = Some("0123abcd".into());
    let mut memory = Vec::new();
    write_units(&head, units, &mut memory).unwrap();
    memory
}

#[test]
fn omegat_translates_text_into_three_languages() {
    if !installed() {
        return;
    }
    let source = "Der Garten ist am Montag geschlossen.\n\nWasser & Licht < Erde\n";
    let check = |language: &str, first: &str, second: &str| {
        let units = [
            unit(1, plain("Der Garten ist am Montag geschlossen."), language, plain(first)),
            unit(2, plain("Wasser & Licht < Erde"), language, plain(second)),
        ];
        let (target, log) = translate("seite.txt", source, language, &export(&units));
        assert!(!refused(&log), "{log}");
        assert_eq!(target, format!("{first}\n\n{second}\n"), "{log}");
    };
    check("en", "The garden is closed on Monday.", "Water & light < earth");
    check("ru", "Сад закрыт в понедельник.", "Вода & свет < земля");
    check("ar", "الحديقة مغلقة يوم الاثنين.", "الماء & الضوء < الأرض");
}

#[test]
fn omegat_puts_our_inline_codes_where_its_own_stand() {
    if !installed() {
        return;
    }
    let text = "Der Garten ist heute offen.";
    let german = Variant {
        text: text.into(),
        codes: vec![
            code(text, "heute", CodeKind::Open, 1, "bold", "<b>"),
            code(text, " offen", CodeKind::Close, 1, "bold", "</b>"),
        ],
        ..Variant::default()
    };
    let text = "The garden is open today.";
    let english = Variant {
        text: text.into(),
        codes: vec![
            code(text, "today", CodeKind::Open, 1, "bold", "<b>"),
            code(text, ".", CodeKind::Close, 1, "bold", "</b>"),
        ],
        ..Variant::default()
    };
    let source =
        "<html><head><title>Garten</title></head><body><p>Der Garten ist <b>heute</b> offen.</p></body></html>";
    let (target, log) = translate("seite.html", source, "en", &export(&[unit(1, german, "en", english)]));
    assert!(!refused(&log), "{log}");
    assert!(target.contains("<p>The garden is open <b>today</b>.</p>"), "{target}\n{log}");
}

#[test]
fn omegat_refuses_what_the_writer_would_never_write() {
    if !installed() {
        return;
    }
    let memory = export(&[unit(1, plain("Der Garten."), "en", plain("The garden."))]);
    let broken = String::from_utf8(memory).unwrap().replace("The garden", "The&#x1F; garden");
    let (target, log) = translate("seite.txt", "Der Garten.\n", "en", broken.as_bytes());
    assert!(refused(&log), "{log}");
    assert_eq!(target, "Der Garten.\n");
}
