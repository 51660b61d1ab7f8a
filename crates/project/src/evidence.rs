//! Who is asked what a translation was made from: decisions, memories, history, an earlier copy.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use hexapla_core::align::Resources;
use hexapla_core::language::Language;

use crate::date::Date;
use crate::error::ProjectError;
use crate::history::{HistoryState, Lessons, Repository};
use crate::lock::Lock;
use crate::matrix::{Matrix, Presence};
use crate::memory::Memories;
use crate::progress::Progress;
use crate::project::Project;
use crate::selection::Selection;
use crate::snapshot::Snapshot;

/// Who is asked what a translation was made from.
pub(crate) struct Evidence<'a> {
    pub(crate) lock: Lock,
    pub(crate) memories: Memories,
    /// The repository, where anything is asked of it.
    pub(crate) repository: Option<Repository>,
    /// What history had to say.
    pub(crate) history: HistoryState,
    pub(crate) base: Option<Snapshot<'a>>,
    /// What the site's own pages teach the aligner.
    pub(crate) lessons: Lessons,
    /// What memories and lessons taught, once that is asked for.
    taught: OnceLock<BTreeMap<Language, Resources>>,
}

impl<'a> Evidence<'a> {
    pub(crate) fn gather(
        project: &'a Project,
        matrix: &'a Matrix,
        selection: &Selection,
        progress: &dyn Progress,
    ) -> Result<Self, ProjectError> {
        let lock = Lock::load(project, &Date::today())?;
        let memories = Memories::load(project, progress)?;
        let base = selection.base.as_deref().map(|root| Snapshot::open(project, matrix, root)).transpose()?;
        let wanted = matrix.documents.iter().filter(|document| selection.wants_document(document));
        let any = wanted.flat_map(|document| &document.targets).any(|target| target.presence == Presence::Present);
        let config = project.config();
        let (mut repository, history) = match any {
            true => Repository::of_project(project.root(), config, project.cache(), progress)?,
            false => (None, HistoryState::Off),
        };
        // Only a repository tells where a branch left.
        if selection.since.is_some() && repository.is_none() {
            let opened = Repository::open(project.root(), &config.declarations, project.cache(), progress);
            repository = Some(opened.map_err(|reason| ProjectError::NoHistory { reason })?);
        }
        let lessons = asked(repository.as_ref(), &history).map(|repository| Lessons::of(repository, matrix));
        let (lessons, taught) = (lessons.unwrap_or_default(), OnceLock::new());
        Ok(Self { lock, memories, repository, history, base, lessons, taught })
    }

    /// Learns what the pages teach of some languages, before pages in them are judged.
    pub(crate) fn learn(&self, project: &Project, languages: &[&Language], progress: &dyn Progress) {
        let Some(repository) = self.witness() else { return };
        let lexicons = self.lessons.learn(repository, project, languages, progress);
        let taught = lexicons.into_iter().map(|(language, lexicon)| {
            let known = self.memories.resources(&language);
            // What people accepted has the last word.
            let lexicon = known.lexicon.as_ref().map_or(lexicon.clone(), |accepted| accepted.joined(&lexicon));
            (language, Resources { lexicon: Some(lexicon), ..known.clone() })
        });
        let _ = self.taught.set(taught.collect());
    }

    /// What the aligner knows beforehand of the source's language and this one.
    pub(crate) fn resources(&self, language: &Language) -> &Resources {
        let taught = self.taught.get().and_then(|taught| taught.get(language));
        taught.unwrap_or_else(|| self.memories.resources(language))
    }

    /// The repository, where it is asked what translations were made from.
    pub(crate) fn witness(&self) -> Option<&Repository> {
        asked(self.repository.as_ref(), &self.history)
    }
}

fn asked<'r>(repository: Option<&'r Repository>, history: &HistoryState) -> Option<&'r Repository> {
    repository.filter(|_| matches!(history, HistoryState::Read { .. }))
}
