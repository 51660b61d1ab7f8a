//! Ladders as people write them, and how they are compared.

use hexapla_core::align::gold::{Ladder, agreement, read_ladder};

#[test]
fn reads_what_people_write() {
    let check = |line: &str, source: &[usize], target: &[usize]| {
        let ladder = read_ladder(line).unwrap();
        assert_eq!((&*ladder.rungs[0].source, &*ladder.rungs[0].target), (source, target), "{line:?}");
    };
    check("[0]:[0]", &[0], &[0]);
    check("[0, 1] : [ 2 ]", &[0, 1], &[2]);
    check("[]:[3]:0.50", &[], &[3]);
    check("[1,3]:[]:", &[1, 3], &[]);
    check("# a remark\n\n[7]:[8]", &[7], &[8]);
}

#[test]
fn says_which_line_is_wrong() {
    let check = |text: &str, line: usize| assert_eq!(read_ladder(text).unwrap_err().line, line, "{text:?}");
    check("0:0", 1);
    check("[0]:[0]\n[1]", 2);
    check("[0]:[a]", 1);
    check("[0]:[0]:sure", 1);
    check("[-1]:[0]", 1);
}

#[test]
fn an_empty_side_stands_behind_what_came_before() {
    let beads = read_ladder("[0]:[0,1]\n[1]:[]\n[]:[2]").unwrap().alignment().beads;
    assert_eq!((beads[1].target.clone(), beads[2].source.clone()), (2..2, 2..2));
}

#[test]
fn nothing_scores_nothing() {
    let none = agreement(&Ladder::default(), &Ladder::default());
    assert_eq!((none.strict().f1, none.lax().f1), (0.0, 0.0));
}
