namespace MovieRec.Api.Catalogues.Source;

/// <summary>Thrown if the source rejects the key or the requests; retrying does not help.</summary>
/// <param name="message">One sentence that says what to set; never the key.</param>
public sealed class SourceRefusedException(string message) : Exception(message);
