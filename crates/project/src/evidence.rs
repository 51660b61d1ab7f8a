//! Who is asked what a translation was made from: decisions, memories, history, an earlier copy.

use crate::date::Date;
use crate::error::ProjectError;
use crate::history::{HistoryState, Repository};
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
        Ok(Self { lock, memories, repository, history, base })
    }

    /// The repository, where it is asked what translations were made from.
    pub(crate) fn witness(&self) -> Option<&Repository> {
        self.repository.as_ref().filter(|_| matches!(self.history, HistoryState::Read { .. }))
    }
}
