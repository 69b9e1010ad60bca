// @ts-check
/** Paints one laid-out page: the same outlines, at the same places, as in the file. */

/** @typedef {import('../../ipc/types.js').PageDrawing} PageDrawing */
/** @typedef {import('../../ipc/types.js').DrawingItem} DrawingItem */

/**
 * @param {HTMLCanvasElement} canvas @param {PageDrawing} drawing
 * @param {number} scale CSS pixels per point
 */
export function paint(canvas, drawing, scale) {
  const density = Math.min(globalThis.devicePixelRatio || 1, 3) * scale;
  canvas.width = Math.round(drawing.width * density);
  canvas.height = Math.round(drawing.height * density);
  const context = canvas.getContext('2d');
  if (!context) return;
  const outlines = drawing.glyphs.map((outline) => new Path2D(outline));
  for (const item of drawing.items) {
    if (item.kind === 'path') paintPath(context, item, density);
    else paintGlyphs(context, item, outlines, density);
  }
}

/** @param {CanvasRenderingContext2D} context @param {Extract<DrawingItem, { kind: 'path' }>} item @param {number} density */
function paintPath(context, item, density) {
  const path = new Path2D(item.d);
  context.setTransform(density, 0, 0, density, 0, 0);
  if (item.fill) {
    context.fillStyle = item.fill;
    context.fill(path);
  }
  if (item.stroke) {
    context.strokeStyle = item.stroke;
    // A hairline thinner than a pixel would fade away on the screen; on paper it does not.
    context.lineWidth = Math.max(item.width, 0.7 / density);
    context.setLineDash(item.dash);
    context.stroke(path);
  }
}

/** @param {CanvasRenderingContext2D} context @param {Extract<DrawingItem, { kind: 'glyphs' }>} item @param {Path2D[]} outlines @param {number} density */
function paintGlyphs(context, item, outlines, density) {
  const turn = -(item.rotate * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  context.fillStyle = item.colour;
  for (const [index, right, up] of item.places) {
    // From glyph units (y up) to points along the turned baseline, then to pixels.
    const x = item.x + right * cos + up * sin;
    const y = item.y + right * sin - up * cos;
    const unit = item.scale * density;
    context.setTransform(unit * cos, unit * sin, unit * sin, -unit * cos, x * density, y * density);
    context.fill(outlines[index]);
  }
}

