"""How people, bodies, groups and documents are named, described and pointed to, and which mentions are one."""
