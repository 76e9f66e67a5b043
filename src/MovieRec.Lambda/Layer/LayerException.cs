namespace MovieRec.Lambda.Layer;

/// <summary>The JWT layer is not there, or is not the one that this function was built for.</summary>
internal sealed class LayerException(string message) : Exception(message);
