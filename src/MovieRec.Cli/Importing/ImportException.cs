namespace MovieRec.Cli.Importing;

/// <summary>An import cannot begin or cannot finish. The message is one sentence for the operator.</summary>
internal sealed class ImportException(string message, Exception? innerException = null) : Exception(message, innerException);
