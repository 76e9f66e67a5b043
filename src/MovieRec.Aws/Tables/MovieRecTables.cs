using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using MovieRec.Api;
using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.Tables;

/// <summary>Access of the stores to the tables: calls have a timeout, and failures of DynamoDB become
/// <see cref="UnavailableException"/>.</summary>
/// <remarks>
/// Faults of the request or the account (missing table, missing permission) are not resolved by waiting, so the SDK's exceptions are passed
/// on.
/// </remarks>
/// <param name="client">Shared by all stores; the caller disposes of it.</param>
/// <param name="names">Names of the tables.</param>
/// <param name="clock">Times deadlines, waits and expiry.</param>
/// <param name="random">Jitter and names of snapshots.</param>
/// <param name="callTimeout">Timeout of each call, for work that no request waits for; null for
/// <see cref="DynamoDbClientFactory.CallTimeout"/>.</param>
public sealed class MovieRecTables(
    IAmazonDynamoDB client, TableNames names, TimeProvider clock, Random random, TimeSpan? callTimeout = null)
{
    internal TimeProvider Clock { get; } = clock;

    internal Backoff Backoff { get; } = new(clock, random);

    internal string GetName(Table table) => names[table];

    /// <summary>Reads an item consistently; an item that does not exist is empty.</summary>
    internal async Task<Dictionary<string, AttributeValue>> GetItemAsync(
        string table, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken) =>
        (await GetAsync(new GetItemRequest { TableName = table, Key = key, ConsistentRead = true }, cancellationToken)).Item ?? [];

    internal Task<GetItemResponse> GetAsync(GetItemRequest request, CancellationToken cancellationToken) =>
        CallAsync("GetItem", token => client.GetItemAsync(request, token), cancellationToken);

    internal Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken) =>
        CallAsync("Query", token => client.QueryAsync(request, token), cancellationToken);

    internal Task<PutItemResponse> PutAsync(PutItemRequest request, CancellationToken cancellationToken) =>
        CallAsync("PutItem", token => client.PutItemAsync(request, token), cancellationToken);

    internal Task<UpdateItemResponse> UpdateAsync(UpdateItemRequest request, CancellationToken cancellationToken) =>
        CallAsync("UpdateItem", token => client.UpdateItemAsync(request, token), cancellationToken);

    internal Task<TransactWriteItemsResponse> WriteTogetherAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken) =>
        CallAsync("TransactWriteItems", token => client.TransactWriteItemsAsync(request, token), cancellationToken);

    internal Task<BatchGetItemResponse> GetBatchAsync(BatchGetItemRequest request, CancellationToken cancellationToken) =>
        CallAsync("BatchGetItem", token => client.BatchGetItemAsync(request, token), cancellationToken);

    internal Task<BatchWriteItemResponse> WriteBatchAsync(BatchWriteItemRequest request, CancellationToken cancellationToken) =>
        CallAsync("BatchWriteItem", token => client.BatchWriteItemAsync(request, token), cancellationToken);

    /// <summary>Repeats <paramref name="attempt"/> while it returns null or conflicts with a concurrent write.</summary>
    internal async Task<T> RepeatAsync<T>(Func<Task<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        for (var i = 0; i < Backoff.Attempts; i++)
        {
            try
            {
                if (await attempt() is { } result)
                    return result;
            }
            catch (Exception e) when (LostARace(e))
            {
            }
            await Backoff.WaitAsync(i, cancellationToken);
        }
        throw new UnavailableException("DynamoDB: too many writers at once.");
    }

    private static bool LostARace(Exception exception) => exception switch
    {
        ConditionalCheckFailedException or TransactionConflictException or TransactionInProgressException => true,
        TransactionCanceledException cancelled => cancelled.CancellationReasons is { } reasons && reasons.All(reason =>
            reason.Code is null or "None" or "ConditionalCheckFailed" or "TransactionConflict" or "ThrottlingError"
                or "ProvisionedThroughputExceeded"),
        _ => false,
    };

    private async Task<T> CallAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(callTimeout ?? DynamoDbClientFactory.CallTimeout, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await call(either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && IsUnavailable(e))
        {
            throw new UnavailableException($"DynamoDB is unavailable: {operation} failed with {e.GetType().Name}.", e);
        }
    }

    private static bool IsUnavailable(Exception exception) => exception switch
    {
        ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException
            or InternalServerErrorException => true,
        TransactionCanceledException => false,
        AmazonUnmarshallingException => true,
        AmazonServiceException { StatusCode: var status, ErrorCode: var code } =>
            (int)status is < 400 or >= 500 or 429 || code is "ThrottlingException",
        AmazonClientException or HttpRequestException or IOException or OperationCanceledException or TimeoutException => true,
        _ => false,
    };
}
