//! Why history does not tell.

/// Why history does not tell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HistoryReason {
    /// The project lies in no repository.
    #[error("not a git repository")]
    NotARepository,
    /// There is no `git` to ask.
    #[error("git is not installed")]
    GitMissing,
    /// The repository has no commit yet.
    #[error("the repository has no commits")]
    NoCommits,
    /// The clone lacks the older commits.
    #[error("the clone is shallow")]
    Shallow,
    /// The clone lacks files of older commits.
    #[error("the clone is partial, and older files are not here")]
    Incomplete,
    /// The repository belongs to somebody else, and git does not trust it.
    #[error("the repository belongs to another user, and git does not trust it")]
    DubiousOwnership,
    /// Git failed.
    #[error("{message}")]
    Broken {
        /// In its own words.
        message: String,
    },
}

impl HistoryReason {
    pub(super) fn broken(message: &str) -> Self {
        Self::Broken { message: message.trim().to_owned() }
    }

    /// Whether the work can go on without history: there is none. Where there is one that cannot be read, nothing may
    /// be called current.
    pub fn is_absence(&self) -> bool {
        matches!(self, Self::NotARepository | Self::GitMissing | Self::NoCommits)
    }
}
