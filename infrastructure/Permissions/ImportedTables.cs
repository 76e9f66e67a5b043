using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using MovieRec.Aws;
using Table = MovieRec.Api.Table;

namespace MovieRec.Infrastructure.Permissions;

/// <summary>The existing tables, by name, with their indexes: without these a grant would leave the indexes out.</summary>
internal sealed class ImportedTables(Construct scope, TableNames names)
{
    private readonly Dictionary<Table, ITable> _tables = TableSchema.All.ToDictionary(
        definition => definition.Table,
        definition => Amazon.CDK.AWS.DynamoDB.Table.FromTableAttributes(scope, $"{definition.Table}Table", new TableAttributes
        {
            TableName = names[definition.Table],
            GlobalIndexes = definition.Index is { } index ? [index.Name] : [],
        }));

    public string GetArn(Table table) => _tables[table].TableArn;

    /// <summary>Returns the ARN of the table's index; null if it has none.</summary>
    public string? GetIndexArn(Table table) => TableSchema.Get(table).Index is { } index ? $"{GetArn(table)}/index/{index.Name}" : null;
}
