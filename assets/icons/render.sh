#!/bin/sh
# Draws the PNG and ICO files from icon.svg. Needs ImageMagick with librsvg.
set -eu
cd "$(dirname "$0")"
draw() { convert -background none -density 384 icon.svg -resize "$1x$1" -define png:color-type=6 -depth 8 -strip "$2"; }
draw 32 32x32.png
draw 128 128x128.png
draw 256 128x128@2x.png
draw 512 icon.png
convert -background none -density 384 icon.svg -depth 8 -define icon:auto-resize=16,24,32,48,64,256 icon.ico
