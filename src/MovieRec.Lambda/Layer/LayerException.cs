namespace MovieRec.Lambda.Layer;

/// <summary>Thrown if the JWT layer is missing, or is not the one that this function was built for.</summary>
internal sealed class LayerException(string message) : Exception(message);
