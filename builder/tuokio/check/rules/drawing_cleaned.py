"""Something was taken out of a drawing.

**Why.** Drawings may hold programs and load things from other computers. A course works offline and tells nobody who opens it,
so such parts are left out. Your own file stays as it is.

**Subject:** pictures. **Severity:** hint.

**Bad:** an SVG with a `<script>`, or with a picture that lies on a web server
**Good:** plain SVG, with its pictures embedded. If the drawing still looks right in the course, nothing need be done
"""
