//! What happens to a page, its source and its translations.

use std::collections::{BTreeMap, BTreeSet};

use crate::manual::{Kind, LANGUAGES, Meaning};

use super::{Blocks, Maker, Page, Sentence, Translation, page_text, translated};

impl Maker {
    /// `followed`: how many in a hundred targets follow in the same commit.
    pub(super) fn edit_source(&mut self, at: usize, followed: usize) {
        let mut page = self.pages[at].clone();
        for _ in 0..1 + self.dice.below(3) {
            let block = self.dice.below(page.source.len());
            let sentence = self.dice.below(page.source[block].1.len());
            let mut meaning = page.source[block].1[sentence].meaning.clone();
            let why = self.edit(&mut meaning);
            let sentence = &mut page.source[block].1[sentence];
            (sentence.meaning, sentence.why) = (meaning.clone(), why);
            let id = sentence.id;
            for target in page.targets.iter_mut().flatten() {
                if self.dice.percent(followed) {
                    for translation in target.iter_mut().flat_map(|(_, all)| all).filter(|t| t.id == id && !t.copied) {
                        translation.base = meaning.clone();
                        translation.how = "in the same commit";
                    }
                }
            }
        }
        self.pages[at] = page;
        self.commit("Improve");
    }

    pub(super) fn restructure(&mut self, at: usize) {
        let mut page = self.pages[at].clone();
        let block = self.dice.below(page.source.len());
        let kind = page.source[block].0;
        let marked = |all: &mut Vec<Sentence>, why: &'static str| all.iter_mut().for_each(|s| s.why = why);
        match self.dice.below(9) {
            0 if kind == Kind::Paragraph => {
                let mut new = self.sentence(kind);
                new.why = "sentence added";
                let place = self.dice.below(page.source[block].1.len() + 1);
                page.source[block].1.insert(place, new);
            }
            1 => {
                let mut new = self.sentences(kind);
                marked(&mut new, if kind == Kind::Row { "row added" } else { "block added" });
                page.source.insert(block, (kind, new));
            }
            2 | 3 if page.source.len() > 5 => drop(page.source.remove(block)),
            4 if page.source[block].1.len() > 1 && kind == Kind::Paragraph => {
                let tail = page.source[block].1.split_off(1);
                page.source.insert(block + 1, (kind, tail));
            }
            5 if kind == Kind::Paragraph && page.source.get(block + 1).is_some_and(|next| next.0 == kind) => {
                let (_, tail) = page.source.remove(block + 1);
                page.source[block].1.extend(tail);
            }
            6 => {
                // A page of equal length: one goes, another comes elsewhere.
                let new = self.sentences(kind);
                let place = self.dice.below(page.source.len());
                page.source.remove(block);
                page.source.insert(place, (kind, new));
                marked(&mut page.source[place].1, "in another's place");
            }
            _ => {
                let mut moved = page.source.remove(block);
                marked(&mut moved.1, "moved");
                let place = self.dice.below(page.source.len() + 1);
                page.source.insert(place, moved);
            }
        }
        self.pages[at] = page;
        self.commit("Restructure");
    }

    /// A translator follows the source as it was up to `late` commits ago, in so many in a hundred of its sentences.
    pub(super) fn translate(&mut self, at: usize, late: usize, share: usize) {
        let language = self.dice.below(2);
        let behind = self.dice.below(late + 1).min(self.past.len() - 1);
        let from = self.past.len() - 1 - behind;
        // Nobody goes back to an older source than the one that he has.
        if from < self.pages[at].follows[language] || self.past[from].1.len() <= at {
            return;
        }
        let first = self.pages[at].targets[language].is_none();
        let how = match (first, behind, share) {
            (true, 0, _) => "translated",
            (true, ..) => "translated late",
            (false, _, ..100) => "followed in part",
            (false, 0, _) => "followed",
            (false, ..) => "followed late",
        };
        let source = self.past[from].1[at].clone();
        let target = self.following(at, language, &source, if first { 100 } else { share }, how);
        if share == 100 {
            self.pages[at].follows[language] = from;
        }
        self.pages[at].targets[language] = Some(target);
        self.commit("Sync");
    }

    fn following(
        &mut self,
        at: usize,
        language: usize,
        source: &Blocks<Sentence>,
        share: usize,
        how: &'static str,
    ) -> Blocks<Translation> {
        let old: BTreeMap<usize, Translation> = self.pages[at].targets[language]
            .iter()
            .flatten()
            .flat_map(|(_, all)| all)
            .map(|known| (known.id, known.clone()))
            .collect();
        let mut target: Blocks<Translation> = Vec::new();
        for (kind, sentences) in source {
            let mut all = Vec::new();
            for Sentence { id, meaning, .. } in sentences {
                let works = self.dice.percent(share) || *kind == Kind::Row;
                match old.get(id) {
                    Some(known) if !known.copied && (!works || known.base == *meaning) => all.push(known.clone()),
                    // What only looks different is not always taken over.
                    Some(known) if !known.copied && known.base.means(meaning) && self.dice.percent(40) => {
                        all.push(known.clone());
                    }
                    Some(known) if !works => all.push(known.clone()),
                    None if !works => {}
                    known => {
                        let turn = match known {
                            Some(known) if self.dice.percent(70) => known.turn,
                            Some(_) => self.dice.below(40),
                            None => self.dice.below(3) * 7,
                        };
                        all.push(Translation { id: *id, base: meaning.clone(), turn, copied: false, how });
                    }
                }
            }
            target.push((*kind, all));
        }
        target.retain(|(_, all)| !all.is_empty());
        if share < 100 {
            let known: BTreeSet<usize> = target.iter().flat_map(|(_, all)| all).map(|t| t.id).collect();
            let left = old.into_values().filter(|translation| !known.contains(&translation.id));
            target.extend(left.map(|translation| (Kind::Paragraph, vec![translation])).collect::<Vec<_>>());
        }
        target
    }

    fn any_translation(&mut self, page: &mut Page) -> Option<(usize, usize, usize)> {
        let language = self.dice.below(2);
        let target = page.targets[language].as_ref()?;
        let block = self.dice.below(target.len());
        let sentence = self.dice.below(target.get(block)?.1.len());
        Some((language, block, sentence))
    }

    pub(super) fn fix_wording(&mut self, at: usize) {
        let mut page = self.pages[at].clone();
        for _ in 0..1 + self.dice.below(2) {
            let Some((language, block, sentence)) = self.any_translation(&mut page) else { return };
            let turn = 1 + self.dice.below(40);
            let translation = &mut page.targets[language].as_mut().unwrap()[block].1[sentence];
            if !translation.copied && translation.turn != turn {
                (translation.turn, translation.how) = (turn, "wording fixed");
            }
        }
        self.pages[at] = page;
        self.commit("Wording");
    }

    pub(super) fn delete(&mut self, at: usize) {
        let mut page = self.pages[at].clone();
        let Some((language, block, sentence)) = self.any_translation(&mut page) else { return };
        let target = page.targets[language].as_mut().unwrap();
        if target[block].0 != Kind::Paragraph || target.len() < 4 {
            return;
        }
        let gone = target[block].1.remove(sentence);
        target.retain(|(_, all)| !all.is_empty());
        self.deleted.push((at, language, block, gone));
        self.pages[at] = page;
        self.commit("Clean");
    }

    pub(super) fn restore(&mut self) {
        let Some((at, language, block, mut gone)) = self.deleted.pop() else { return };
        gone.how = "deleted and restored";
        let Some(target) = &mut self.pages[at].targets[language] else { return };
        if target.iter().flat_map(|(_, all)| all).all(|translation| translation.id != gone.id) {
            target.insert(block.min(target.len()), (Kind::Paragraph, vec![gone]));
            self.commit("Restore");
        }
    }

    pub(super) fn housekeeping(&mut self, at: usize) {
        let language = self.dice.below(3);
        let width = [0, 40, 60, 72][self.dice.below(4)];
        let look = &mut self.pages[at].looks[language];
        match self.dice.below(3) {
            0 => look.weight += 1,
            1 => look.width = width,
            _ => look.hard_blanks = language == 0 && !look.hard_blanks,
        }
        self.commit("Chore");
    }

    /// All files at once.
    pub(super) fn everywhere(&mut self) {
        let width = [0, 50, 80][self.dice.below(3)];
        for look in self.pages.iter_mut().flat_map(|page| &mut page.looks) {
            look.weight += 1;
            look.width = width;
        }
        self.commit("Reformat everything");
    }

    /// An address changes in all languages.
    pub(super) fn links(&mut self) {
        for page in &mut self.pages {
            let sentences = page.source.iter_mut().flat_map(|(_, all)| all);
            let some = |meaning: &Meaning| meaning.minor.address > 0 && meaning.minor.address.is_multiple_of(3);
            for sentence in sentences.filter(|sentence| some(&sentence.meaning)) {
                sentence.meaning.minor.address += 1000;
            }
            let translations = page.targets.iter_mut().flatten().flatten().flat_map(|(_, all)| all);
            for translation in translations.filter(|translation| some(&translation.base)) {
                translation.base.minor.address += 1000;
            }
        }
        self.commit("Fix links");
    }

    pub(super) fn rename(&mut self, at: usize) {
        let (stem, extension) = self.pages[at].name.rsplit_once('.').unwrap();
        self.pages[at].name = format!("{stem}-{}.{extension}", self.recipe.commits());
        if self.dice.percent(50) {
            self.edit_source(at, 0);
        } else {
            self.commit("Move");
        }
    }

    /// A translator's branch, merged after the source has gone on.
    pub(super) fn branch(&mut self, at: usize) {
        let language = self.dice.below(2);
        let (fork, from) = (self.head.clone(), self.past.len() - 1);
        let source = self.pages[at].source.clone();
        let target = self.following(at, language, &source, 100, "on a branch");
        let path = format!("{}/{}", LANGUAGES[language + 1], self.pages[at].name);
        let mut aside = self.pages[at].clone();
        aside.targets[language] = Some(target.clone());
        let text = page_text(&aside, language + 1);
        if self.written.get(&path) == Some(&text) {
            return;
        }
        let branch = self.recipe.commit(&fork, "Sync", &[(&path, Some(&text))]);
        self.edit_source(at, 0);
        self.pages[at].targets[language] = Some(target);
        self.pages[at].follows[language] = from;
        self.head = vec![self.recipe.commit(&[self.head[0], branch], "Merge", &[(&path, Some(&text))])];
        self.written.insert(path, text);
        self.touched.insert((at, language + 1), self.recipe.commits());
        self.remember();
    }

    /// A translation begins as a copy of the source.
    pub(super) fn copy(&mut self, at: usize) {
        let language = self.dice.below(2);
        if self.pages[at].targets[language].is_some() {
            return;
        }
        let mut target = translated(&self.pages[at].source);
        for translation in target.iter_mut().flat_map(|(_, all)| all) {
            (translation.copied, translation.how) = (true, "copied");
        }
        self.pages[at].targets[language] = Some(target);
        self.pages[at].follows[language] = self.past.len() - 1;
        self.commit("Copy");
        let share = [40, 100][self.dice.below(2)];
        let source = self.pages[at].source.clone();
        let target = self.following(at, language, &source, share, "copied, then translated");
        self.pages[at].targets[language] = Some(target);
        self.commit("Translate");
    }

    /// Several pages and languages in one commit.
    pub(super) fn several(&mut self) {
        for _ in 0..3 {
            let (at, language) = (self.dice.below(self.pages.len()), self.dice.below(2));
            let source = self.pages[at].source.clone();
            if self.pages[at].targets[language].is_some() {
                let target = self.following(at, language, &source, 100, "several at once");
                self.pages[at].targets[language] = Some(target);
                self.pages[at].follows[language] = self.past.len() - 1;
            }
        }
        self.commit("Sync everything");
    }

    pub(super) fn revert(&mut self, at: usize) {
        let now = self.pages[at].source.clone();
        let Some(before) = self.past.iter().rev().filter_map(|(_, pages)| pages.get(at)).find(|blocks| {
            let texts = |blocks: &Blocks<Sentence>| {
                format!(
                    "{:?}",
                    blocks
                        .iter()
                        .map(|b| b.1.iter().map(|s| s.meaning.clone()).collect::<Vec<_>>())
                        .collect::<Vec<_>>()
                )
            };
            texts(blocks) != texts(&now)
        }) else {
            return;
        };
        let mut before = before.clone();
        for sentence in before.iter_mut().flat_map(|(_, all)| all) {
            let same =
                now.iter().flat_map(|(_, all)| all).any(|s| s.id == sentence.id && s.meaning == sentence.meaning);
            if !same {
                sentence.why = "reverted";
            }
        }
        self.pages[at].source = before;
        self.commit("Revert");
    }

    /// A paragraph moves to another page, in all languages.
    pub(super) fn between_pages(&mut self, at: usize) {
        let to = (at + 3) % self.pages.len();
        if to == at || self.pages[at].source.len() < 6 || self.pages[at].format != self.pages[to].format {
            return;
        }
        let block = self.dice.below(self.pages[at].source.len());
        let (kind, mut moved) = self.pages[at].source.remove(block);
        let ids: BTreeSet<usize> = moved.iter().map(|sentence| sentence.id).collect();
        moved.iter_mut().for_each(|sentence| sentence.why = "to another page");
        self.pages[to].source.push((kind, moved));
        for language in 0..2 {
            let Some(target) = &mut self.pages[at].targets[language] else { continue };
            let mut taken = Vec::new();
            for (_, all) in target.iter_mut() {
                taken.extend(all.iter().filter(|translation| ids.contains(&translation.id)).cloned());
                all.retain(|translation| !ids.contains(&translation.id));
            }
            target.retain(|(_, all)| !all.is_empty());
            if let Some(other) = self.pages[to].targets[language].as_mut().filter(|_| !taken.is_empty()) {
                taken.iter_mut().for_each(|translation| translation.how = "to another page");
                other.push((kind, taken));
            }
        }
        self.commit("Move a part");
    }

    /// The translation says it first.
    pub(super) fn target_first(&mut self, at: usize) {
        let language = self.dice.below(2);
        let block = self.dice.below(self.pages[at].source.len());
        let mut sentence = self.pages[at].source[block].1[0].clone();
        if sentence.meaning.short {
            return;
        }
        let number = sentence.meaning.number.map_or(3, |number| number + 2);
        sentence.meaning.number = Some(number);
        let old = self.pages[at].source[block].1[0].meaning.clone();
        let Some(target) = &mut self.pages[at].targets[language] else { return };
        let all = target.iter_mut().flat_map(|(_, all)| all);
        let Some(translation) = all.into_iter().find(|t| t.id == sentence.id && t.base == old && !t.copied) else {
            return;
        };
        (translation.base, translation.how) = (sentence.meaning.clone(), "target first");
        self.commit("Correct");
        sentence.why = "number";
        self.pages[at].source[block].1[0] = sentence;
        self.commit("Correct as well");
    }
}
