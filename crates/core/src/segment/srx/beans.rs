//! Rules for OmegaT before version 6, which keeps them as Java beans instead of SRX.

use super::Srx;
use crate::segment::Action;

/// Rules as the `segmentation.conf` of OmegaT 2 to 5, to be laid into the `omegat` directory of a project.
///
/// The format is what `java.beans.XMLEncoder` writes for `org.omegat.core.segmentation.SRX`; tried with OmegaT 3.6.
///
/// ```
/// use hexapla_core::segment::{Profile, srx};
/// let conf = srx::omegat_conf(&srx::own_for(srx::Tool::OmegaT, &Profile::default()));
/// assert!(conf.contains("org.omegat.core.segmentation.MapRule"));
/// ```
pub fn omegat_conf(rules: &Srx) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<java version=\"1.8.0\" class=\"java.beans.XMLDecoder\">\n \
         <object class=\"org.omegat.core.segmentation.SRX\">\n  <void property=\"mappingRules\">\n  <object class=\"java.util.ArrayList\">\n",
    );
    for map in &rules.maps {
        let Some(group) = rules.groups.iter().find(|group| group.name == map.group) else { continue };
        out.push_str("   <void method=\"add\">\n    <object class=\"org.omegat.core.segmentation.MapRule\">\n");
        property(&mut out, "language", &map.group);
        property(&mut out, "pattern", &map.pattern);
        out.push_str("     <void property=\"rules\">\n     <object class=\"java.util.ArrayList\">\n");
        for rule in &group.rules {
            out.push_str("      <void method=\"add\">\n       <object class=\"org.omegat.core.segmentation.Rule\">\n");
            property(&mut out, "afterbreak", &rule.after);
            property(&mut out, "beforebreak", &rule.before);
            let breaks = rule.action == Action::Break;
            out.push_str(&format!("<void property=\"breakRule\"><boolean>{breaks}</boolean></void>\n"));
            out.push_str("       </object>\n      </void>\n");
        }
        out.push_str("     </object>\n     </void>\n    </object>\n   </void>\n");
    }
    out.push_str("  </object>\n  </void>\n");
    property(&mut out, "version", VERSION);
    out.push_str(" </object>\n</java>\n");
    out
}

/// The version of the bean that OmegaT 3.6 calls current; older ones it would merge with its own defaults.
const VERSION: &str = "0.2.2";

fn property(out: &mut String, name: &str, value: &str) {
    let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    out.push_str(&format!("<void property=\"{name}\"><string>{escaped}</string></void>\n"));
}
