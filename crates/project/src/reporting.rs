//! From the judgement on every page to the report on all.

use std::collections::HashMap;

use hexapla_core::language::Language;

use crate::across;
use crate::error::ProjectError;
use crate::evidence::Evidence;
use crate::findings;
use crate::history::Branch;
use crate::judgement::{Breadth, JudgedDocument, Outcome};
use crate::known::{Kept, Known};
use crate::lock::Lock;
use crate::matrix::{Document, Matrix};
use crate::memory::Memories;
use crate::progress::Progress;
use crate::project::Project;
use crate::report::{Report, Since};
use crate::selection::Selection;

impl Project {
    /// The state of the selected pages.
    ///
    /// # Errors
    ///
    /// A pattern that matches nothing, a memory that cannot be read, a base that is not there. A page that cannot be
    /// read is a finding.
    pub fn report(&self, selection: &Selection, progress: &dyn Progress) -> Result<Report, ProjectError> {
        let matrix = self.matrix()?;
        self.at_work(|| Ok(self.report_on(&matrix, selection, progress)?.0))
    }

    /// The report, and the decisions of people as they were met by it.
    pub(crate) fn report_on(
        &self,
        matrix: &Matrix,
        selection: &Selection,
        progress: &dyn Progress,
    ) -> Result<(Report, Lock), ProjectError> {
        let gate = &self.config().gate;
        let evidence = Evidence::gather(self, matrix, selection, progress)?;
        let known = Known::of(self, selection, &evidence);
        let key = |document: &Document| known.key(self, document, selection, &evidence);
        let look_up = |document: &Document| {
            let key = key(document);
            let Some(kept) = key.as_ref().and_then(|key| known.look_up(key)) else { return Err(key) };
            evidence.lock.mark_used(&document.path, &kept.used);
            Ok((key, kept))
        };
        let found =
            self.judge_all(matrix, &evidence, selection, Breadth::Content, progress, look_up, |judged, before| {
                let recut = recut_segments(&evidence.memories, &judged);
                let told = (recut, findings::report_on(&judged, self.config(), &evidence.lock));
                let used = evidence.lock.used_of(&judged.document.path);
                // Not if somebody wrote into a page meanwhile.
                let settled = judged.settled && before.is_some() && before == key(judged.document);
                (before, Kept { told, used, settled })
            })?;
        known.keep(&found);
        let (recut, told): (Vec<Vec<usize>>, _) = found.into_iter().map(|(_, kept)| kept.told).unzip();
        let mut report = Report {
            history: evidence.history.clone(),
            source: Some(self.config().source.language.clone()),
            languages: self.selected_languages(selection),
            memory_problems: evidence.memories.problems.clone(),
            recut_memories: evidence.memories.recut.iter().map(|(_, recut)| recut.clone()).collect(),
            is_whole: selection.paths.is_empty(),
            ..Report::default()
        };
        for segments in &recut {
            report.recut_memories.iter_mut().zip(segments).for_each(|(memory, more)| memory.segments += more);
        }
        across::settle(self, &evidence.lock, told, &mut report);
        let orphans = matrix
            .orphans
            .iter()
            .filter(|orphan| selection.wants_path(&orphan.path) && report.languages.contains(&orphan.language));
        let orphans =
            orphans.filter_map(|orphan| findings::orphan(&orphan.path, &orphan.language, gate, &evidence.lock));
        report.findings.extend(orphans);
        let idle = evidence.lock.idle(|document, language| report.looked_at(document, language.as_str()));
        report.findings.extend(idle.into_iter().filter_map(|idle| findings::idle(idle, gate)));
        if let (Some(reference), Some(repository)) = (&selection.since, &evidence.repository) {
            let branch = Branch::since(self, repository, reference)?;
            self.keep_caused(&mut report, branch, reference, matrix)?;
        }
        findings::sort(&mut report.findings, &report.languages);
        report.weigh(gate);
        Ok((report, evidence.lock))
    }

    /// Leaves the findings in a report that a branch caused.
    fn keep_caused(
        &self,
        report: &mut Report,
        mut branch: Branch<'_>,
        reference: &str,
        matrix: &Matrix,
    ) -> Result<(), ProjectError> {
        let mut targets: HashMap<(&str, &Language), &str> = HashMap::new();
        for document in &matrix.documents {
            targets.extend(document.targets.iter().map(|t| ((document.path.as_str(), &t.language), t.path.as_str())));
        }
        // A page whose source is gone: where that would stand.
        targets.extend(matrix.orphans.iter().map(|o| ((o.path.as_str(), &o.language), o.source.as_str())));
        report.since = Some(Since { reference: reference.to_owned(), commit: branch.base().to_owned() });
        let mut kept = Vec::new();
        for finding in std::mem::take(&mut report.findings) {
            let target = targets.get(&(&*finding.document, &finding.language)).copied().unwrap_or_default();
            if branch.caused(&finding, target)? {
                kept.push(finding);
            }
        }
        report.findings = kept;
        Ok(())
    }

    fn selected_languages(&self, selection: &Selection) -> Vec<Language> {
        let all = self.config().targets.iter().map(|codes| codes.language.clone());
        all.filter(|language| selection.languages.is_empty() || selection.languages.contains(language)).collect()
    }
}

/// How many source segments of the page each memory that other rules cut has otherwise.
fn recut_segments(memories: &Memories, judged: &JudgedDocument<'_>) -> Vec<usize> {
    let mut counts = vec![0; memories.recut.len()];
    let Ok(source) = &judged.source else { return counts };
    for judged_target in &judged.targets {
        if matches!(judged_target.outcome, Outcome::Judged { .. }) {
            let (document, language) = (&judged.document.path, &judged_target.target.language);
            let more = memories.recut_segments(document, language, &source.content.passages);
            counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        }
    }
    counts
}
