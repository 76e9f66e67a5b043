namespace MovieRec.Sqlite.Database;

/// <summary>The database cannot be used at all. The message is one sentence for the person who starts the program.</summary>
public sealed class DatabaseException(string message, Exception? innerException = null) : Exception(message, innerException);
