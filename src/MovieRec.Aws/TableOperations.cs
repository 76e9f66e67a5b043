using MovieRec.Api;

namespace MovieRec.Aws;

/// <summary>
/// By which of DynamoDB's operations the stores read and write each table: what a role is granted. Never a scan. A transaction is
/// granted by the operations in it, so it is not named. <c>OperationsTests</c> holds the stores to this.
/// </summary>
public static class TableOperations
{
    private static readonly string[] s_listReads = ["BatchGetItem", "GetItem", "Query"];
    private static readonly string[] s_listWrites = ["DeleteItem", "PutItem", "UpdateItem"];

    /// <summary>The operations of whoever the route table lets read.</summary>
    public static IReadOnlyList<string> Reads(Table table) => table switch
    {
        Table.UserPreferences => ["GetItem"],
        Table.MovieRecCache => ["BatchGetItem", "GetItem"],
        _ => s_listReads, // GetItem is for the key of continuation tokens, an item beside the lists.
    };

    /// <summary>The operations of whoever the route table lets write; what is read meanwhile is among <see cref="Reads"/>.</summary>
    public static IReadOnlyList<string> Writes(Table table) => table switch
    {
        Table.UserPreferences => ["PutItem"],
        Table.MovieRecCache => ["BatchWriteItem", "PutItem", "UpdateItem"],
        _ => s_listWrites,
    };
}
