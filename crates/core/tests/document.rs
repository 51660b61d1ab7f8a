//! Inline codes and protected text of a block that is cut into segments.

use std::ops::Range;

use hexapla_core::document::{Block, BlockKind, CodeKind, Document, InlineCode, Scope, SegmentedDocument};
use hexapla_core::segment::Segmenter;
use hexapla_core::segment::srx::{FormatHandles, Side};
use hexapla_core::text::MappedText;

fn block(text: &str, codes: Vec<InlineCode>) -> Block {
    Block {
        kind: BlockKind::Paragraph,
        scope: Scope::Content,
        span: 0..text.len(),
        text: MappedText::verbatim(text, 0),
        codes,
        protected: Vec::new(),
        declared_language: None,
        section: 0,
        anchor: None,
    }
}

/// Marks in `marked`: `<1` opens, `>1` closes, `+1` stands alone, `/` is a line break's code; `|` cuts.
fn check(marked: &str, want: &[&str]) {
    check_handled(marked, FormatHandles::default(), want);
}

fn check_handled(marked: &str, handles: FormatHandles, want: &[&str]) {
    let mut block_text = String::new();
    let mut codes = Vec::new();
    let mut cuts = vec![0];
    let mut letters = marked.chars();
    while let Some(letter) = letters.next() {
        let kind = match letter {
            '<' => CodeKind::Open,
            '>' => CodeKind::Close,
            '+' | '/' => CodeKind::Standalone,
            '|' => {
                cuts.push(block_text.len());
                continue;
            }
            _ => {
                block_text.push(letter);
                continue;
            }
        };
        let id = if letter == '/' { 9 } else { letters.next().and_then(|id| id.to_digit(10)).unwrap() };
        let name = if letter == '/' { "lb" } else { "x" };
        codes.push(InlineCode { at: block_text.len(), kind, id, name: name.to_owned(), native: String::new() });
    }
    cuts.push(block_text.len());
    let block = block(&block_text, codes);
    let shown: Vec<String> = cuts
        .windows(2)
        .map(|cut| {
            let text = &block_text[cut[0]..cut[1]];
            let start = cut[0] + (text.len() - text.trim_start().len());
            show(text.trim(), &block.codes_in(start..start + text.trim().len(), handles))
        })
        .collect();
    assert_eq!(shown, want, "{marked}");
}

fn show(text: &str, codes: &[InlineCode]) -> String {
    let mut out = String::new();
    let mut from = 0;
    for code in codes {
        out.push_str(&text[from..code.at]);
        from = code.at;
        let sign = match code.kind {
            CodeKind::Open => '<',
            CodeKind::Close => '>',
            CodeKind::Standalone if code.name == "lb" => '/',
            CodeKind::Standalone => '+',
        };
        out.push(sign);
        if sign != '/' {
            out.push_str(&code.id.to_string());
        }
    }
    out + &text[from..]
}

/// Cuts where it is told to.
struct Cuts;

impl Segmenter for Cuts {
    fn segment(&self, _: &str) -> Vec<Range<usize>> {
        vec![0..5, 6..9, 10..12]
    }
}

#[test]
fn what_is_protected_is_not_cut() {
    let check = |protected: &[(usize, usize)], want: &[(usize, usize)]| {
        let text = "abcde fgh ij";
        let mut block = block(text, Vec::new());
        block.protected = protected.iter().map(|(start, end)| *start..*end).collect();
        let document = Document { file: text.to_owned(), blocks: vec![block], ..Document::default() };
        let cut = SegmentedDocument::new(document, &Cuts);
        let found: Vec<(usize, usize)> = cut.segments.iter().map(|s| (s.range.start, s.range.end)).collect();
        assert_eq!(found, want, "{protected:?}");
    };
    check(&[], &[(0, 5), (6, 9), (10, 12)]);
    check(&[(2, 5), (6, 9)], &[(0, 5), (6, 9), (10, 12)]);
    check(&[(2, 7)], &[(0, 9), (10, 12)]);
    check(&[(0, 1), (4, 11)], &[(0, 12)]);
    check(&[(5, 8)], &[(0, 5), (6, 9), (10, 12)]);
    check(&[(5, 6), (9, 10)], &[(0, 5), (6, 9), (10, 12)]);
}

#[test]
fn codes_go_with_their_segments() {
    check("<1A.>1| <2B.>2", &["<1A.>1", "<2B.>2"]);
    check("<1A. |B.>1", &["<1A.", "B.>1"]);
    check("A.<1| B.>1", &["A.", "<1B.>1"]);
    check("<1A. >1|B.", &["<1A.>1", "B."]);
    check("A.+1| B.", &["A.+1", "B."]);
    check("A. |+1B.", &["A.", "+1B."]);
    check("A. +1 |B.", &["A.", "+1B."]);
    check("A./|\nB./C.", &["A.", "B./C."]);
    check("A. |<1>1B.", &["A.", "<1>1B."]);
    check("<1>1A. |B.<2>2", &["<1>1A.", "B.<2>2"]);
    check("A。|+1B。", &["A。", "+1B。"]);
    check("<1A.>1|<2B.>2", &["<1A.>1", "<2B.>2"]);
    check("+1 A. +2", &["+1A.+2"]);
    check("", &[""]);
}

#[test]
fn rules_may_say_where_codes_go() {
    let (before, after) = (Side::Before, Side::After);
    let all_before = FormatHandles { opening: before, closing: before, isolated: before };
    check_handled("<1A.>1| <2B.>2", all_before, &["<1A.>1<2", "B.>2"]);
    check_handled("A. +1|B.", all_before, &["A.+1", "B."]);
    check_handled("A./|\nB.", all_before, &["A.", "B."]);
    let all_after = FormatHandles { opening: after, closing: after, isolated: after };
    check_handled("<1A.>1| <2B.>2", all_after, &["<1A.", ">1<2B.>2"]);
    check_handled("A.+1| B.+2", all_after, &["A.", "+1B.+2"]);
    // What would go before stays behind what goes after: codes never change places.
    let crossed = FormatHandles { opening: before, closing: after, isolated: after };
    check_handled("<1A.>1<2|B.>2", crossed, &["<1A.", ">1<2B.>2"]);
}
