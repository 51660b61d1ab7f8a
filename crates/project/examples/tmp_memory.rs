use hexapla_project::*;
fn main() {
    let old = Project::open("/tmp/oldsite".as_ref()).unwrap();
    let new = Project::open(std::env::args().nth(1).unwrap().as_ref()).unwrap();
    for export in old.export(&Selection::default(), &Silent).unwrap() {
        let path = format!("/tmp/oldsite/out/{}", export.file_name);
        write_file(path.as_ref(), &export.bytes).unwrap();
        println!("{} {} units, {} kept", export.language, export.units, export.kept_back);
        println!("{:?}", new.import(path.as_ref(), &Selection::default(), &Silent).unwrap().languages);
    }
}
