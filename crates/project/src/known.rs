//! Documents that were judged before: what was told of them is told again if nothing that it was made from has changed.

use serde::{Deserialize, Serialize};

use crate::cache::{Cache, Digest, edition};
use crate::evidence::Evidence;
use crate::matrix::Document;
use crate::project::Project;
use crate::selection::Selection;
use crate::teaching::lexicon_path;
use crate::tmx_file::memory_path;

/// What was told of a document.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Kept<T> {
    pub(crate) told: T,
    /// Which decisions of people were met.
    pub(crate) used: Vec<usize>,
    /// Whether it depends on nothing but what the key names.
    pub(crate) settled: bool,
}

/// What a judgement rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// The document, and the languages in which it is looked at.
    slot: String,
    /// Everything that they were judged by.
    hash: String,
}

/// Documents with the keys under which they are kept.
pub(crate) struct Known<T> {
    cache: Option<Cache>,
    name: String,
    global: String,
    /// By slot (a document in some languages): key and content.
    shelf: std::collections::BTreeMap<String, (String, Kept<T>)>,
}

impl<T: Clone + Serialize + for<'de> Deserialize<'de>> Known<T> {
    /// What is known of the documents of a project, when they are looked at in this way.
    pub(crate) fn of(project: &Project, selection: &Selection, evidence: &Evidence<'_>) -> Self {
        // Another copy of the site is compared with too rarely to be kept.
        let cache = project.cache().filter(|_| selection.base.is_none()).cloned();
        if cache.is_none() {
            return Self { cache, name: String::new(), global: String::new(), shelf: Default::default() };
        }
        let config = project.config();
        let mut global = Digest::new()
            .field(edition().as_bytes())
            .field(format!("{config:?}").as_bytes())
            .field(format!("{:?}", evidence.witness().map(|repository| repository.is_squashed())).as_bytes());
        if let Some(rules) = &config.segmentation.rules {
            global = global.file(&project.path_of(rules));
        }
        let global = global.end();
        let mut memories = Digest::new();
        for codes in &config.targets {
            let language = &codes.language;
            memories = memories
                .file(&memory_path(project, language))
                .file(&lexicon_path(&project.memory_directory(), language));
        }
        let name = format!("pages-{}", &global[..16]);
        let shelf = cache.as_ref().and_then(|cache| cache.read(&name)).unwrap_or_default();
        Self { cache, name, global: format!("{global} {}", memories.end()), shelf }
    }

    /// The key of a document as it is now; `None` where nothing is kept.
    pub(crate) fn key(
        &self,
        project: &Project,
        document: &Document,
        selection: &Selection,
        evidence: &Evidence<'_>,
    ) -> Option<Key> {
        self.cache.as_ref()?;
        let mut slot = document.path.clone();
        let mut key = Digest::new().field(self.global.as_bytes()).file(&project.path_of(&document.path));
        for target in document.targets.iter().filter(|target| selection.wants_target(document, target)) {
            slot.push('\n');
            slot.push_str(target.language.as_str());
            key = key
                .field(target.path.as_bytes())
                .field(format!("{:?}", target.presence).as_bytes())
                .file(&project.path_of(&target.path));
        }
        key = key.field(evidence.lock.lines_of(&document.path).as_bytes());
        if let Some(repository) = evidence.witness() {
            key = key.field(repository.fingerprint(document).as_bytes());
        }
        Some(Key { slot, hash: key.end() })
    }

    /// What was told of a document under this key.
    pub(crate) fn look_up(&self, key: &Key) -> Option<Kept<T>> {
        self.shelf.get(&key.slot).filter(|(known, _)| *known == key.hash).map(|(_, kept)| kept.clone())
    }

    /// Keeps what is new.
    pub(crate) fn keep(mut self, found: &[(Option<Key>, Kept<T>)]) {
        let Some(cache) = self.cache.take() else { return };
        let mut changed = false;
        for (key, kept) in found.iter().filter(|(_, kept)| kept.settled) {
            let Some(Key { slot, hash }) = key else { continue };
            if self.shelf.get(slot).is_none_or(|(known, _)| known != hash) {
                self.shelf.insert(slot.clone(), (hash.clone(), kept.clone()));
                changed = true;
            }
        }
        if changed {
            cache.write(&self.name, &self.shelf);
            cache.tidy("pages-");
        }
    }
}
