using MovieRec.Api;

namespace MovieRec.Aws;

/// <summary>DynamoDB operations of the stores on each table, which become a role's permissions; never a scan.</summary>
/// <remarks>
/// A transaction needs only the permissions of the operations in it, so it is not listed. <c>OperationsTests</c> checks the stores against
/// this.
/// </remarks>
public static class TableOperations
{
    private static readonly string[] s_listReads = ["BatchGetItem", "GetItem", "Query"];
    private static readonly string[] s_listWrites = ["DeleteItem", "PutItem", "UpdateItem"];

    /// <summary>Returns the operations of a function to which the route table grants reading.</summary>
    public static IReadOnlyList<string> Reads(Table table) => table switch
    {
        Table.UserPreferences => ["GetItem"],
        Table.MovieRecCache => ["BatchGetItem", "GetItem"],
        _ => s_listReads, // GetItem is for the key of continuation tokens, an item beside the lists.
    };

    /// <summary>Returns the operations of a function to which the route table grants writing, in addition to <see cref="Reads"/>.</summary>
    public static IReadOnlyList<string> Writes(Table table) => table switch
    {
        Table.UserPreferences => ["PutItem"],
        Table.MovieRecCache => ["BatchWriteItem", "PutItem", "UpdateItem"],
        _ => s_listWrites,
    };
}
