using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.Tables;

/// <summary>Additional retries of throttled calls, for bulk work that no request waits for.</summary>
/// <remarks>A table adapts to its load with time, so a call that is throttled beyond its own retries is repeated after a wait.</remarks>
internal static class ThrottleRetry
{
    public static async Task<T> RetryThrottledAsync<T>(this MovieRecTables tables, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (UnavailableException e) when (attempt < Backoff.Attempts && IsThrottled(e.InnerException))
            {
                await tables.Backoff.WaitAsync(attempt, cancellationToken);
            }
        }
    }

    private static bool IsThrottled(Exception? exception) =>
        exception is ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException
            or AmazonServiceException { ErrorCode: "ThrottlingException" };
}
