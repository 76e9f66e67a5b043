namespace MovieRec.Api.Catalogues.Source;

/// <summary>The source refuses our key or what we do with it; asking again is of no use.</summary>
/// <param name="message">One sentence that says what to set; never the key.</param>
public sealed class SourceRefusedException(string message) : Exception(message);
