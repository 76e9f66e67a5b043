using Amazon.DynamoDBv2.Model;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.MediaLists;

/// <summary>Factory of queries for one user's list; each response holds at most 1 MB.</summary>
internal static class MediaListQuery
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal) { ["#userId"] = TableSchema.UserId };

    public static QueryRequest Create(string table, string userId, Dictionary<string, AttributeValue>? from) => new()
    {
        TableName = table,
        KeyConditionExpression = "#userId = :userId",
        ExpressionAttributeNames = s_names,
        ExpressionAttributeValues = new(StringComparer.Ordinal) { [":userId"] = Attributes.Text(userId) },
        ConsistentRead = true,
        ExclusiveStartKey = from,
    };
}
