"""What figures are drawn in: ``plt.style.use("okin_lib.figures.style")``."""
