namespace MovieRec.Cli.Ratings;

/// <summary>A file cannot be used as it is.</summary>
/// <param name="message">One sentence, or a few lines that show what is wrong.</param>
internal sealed class RatingsException(string message) : Exception(message);
