"""Getting bytes: files, folders, web archives and story manifests become sources."""
