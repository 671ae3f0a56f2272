//! File systems whose changes may be made where this kernel does not see them.

use std::path::Path;

const NAMES: [(u64, &str); 11] = [
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB"),
    (0x0102_1997, "9p"),
    (0x6573_5546, "FUSE"),
    (0x786f_4256, "vboxsf"),
    (0x00c3_6400, "Ceph"),
    (0x5346_414f, "AFS"),
    (0x7375_7245, "Coda"),
    (0xbacb_acbc, "vmhgfs"),
];

/// The name of such a file system, if the folder lies on one. Not among them: overlays, as in every container; there
/// the system tells of nearly all changes, and looking finds the others.
pub(super) fn name(folder: &Path) -> Option<&'static str> {
    let found = rustix::fs::statfs(folder).ok()?;
    // The type is 32 bits wide, in a number whose width and sign depend on the machine.
    name_of((found.f_type as u64) & 0xffff_ffff)
}

fn name_of(kind: u64) -> Option<&'static str> {
    NAMES
        .iter()
        .find(|(known, _)| *known == kind)
        .map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disks_of_other_machines_are_known_by_their_numbers() {
        assert_eq!(name_of(0x6969), Some("NFS"));
        assert_eq!(name_of(0x0102_1997), Some("9p"));
        assert_eq!(name_of(0xff53_4d42), Some("CIFS"));
        let (ext4, overlay) = (0xef53, 0x794c_7630);
        assert_eq!([name_of(ext4), name_of(overlay)], [None, None]);
    }
}
