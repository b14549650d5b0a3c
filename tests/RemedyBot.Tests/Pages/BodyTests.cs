using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

public sealed class BodyTests
{
    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    [InlineData("image/png")]
    public async Task Another_kind_of_body_is_refused(string type)
    {
        await using var host = await PageHost.Start();
        using var content = new StringContent("--x\r\n");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await host.Client.PostAsync("/", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains(PageTextsFile.English["error-type"], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_multipart_body_is_refused_before_a_byte_of_it_was_sent()
    {
        await using var host = await PageHost.Start();
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(host.Root.Host, host.Root.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.StartsWith("HTTP/1.1 415", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_told_kindly(bool announced)
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        using var body = form.Body(("text", new string('a', 300 * 1024)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = body };
        if (!announced)
        {
            request.Content = new StreamContent(new Unseekable(await body.ReadAsStreamAsync())) { Headers = { ContentType = body.Headers.ContentType } };
            request.Headers.TransferEncodingChunked = true;
        }

        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(PageTextsFile.English["error-long"], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(host.Conversation.Requests);
    }

    [Fact]
    public async Task A_long_text_within_the_limit_arrives_whole()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        var words = string.Concat(Enumerable.Repeat("long words ", 20_000));
        await form.Send(host, ("text", words));
        Assert.Equal(words, host.Conversation.Requests.Last().Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text=words")]
    [InlineData("token=t&form=short&text=words")]
    [InlineData("token=t&form=%3Cscript%3Ealert(1)&text=words")]
    [InlineData("form=abcdefgh12345678&text=words")]
    public async Task A_form_that_did_not_come_from_a_page_of_ours_is_refused(string body)
    {
        await using var host = await PageHost.Start();
        using var answer = await host.Client.PostAsync("/", new StringContent(body, new MediaTypeHeaderValue("application/x-www-form-urlencoded")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(host.Conversation.Requests);
    }

    [Fact]
    public async Task The_same_fields_are_taken_as_json()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        using var request = Json($$"""{"token":"{{form.Token}}","form":"{{form.Id}}","choice":"no"}""");
        using var answer = await host.Client.SendAsync(request);
        using var update = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no", host.Conversation.Requests.Last().Text);
        Assert.Equal("safety/device", update.RootElement.GetProperty("log")[2][1].GetProperty("data-step").GetString());
        Assert.NotEqual(form.Id, update.RootElement.GetProperty("form").GetString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"token\":\"t\",\"form\":\"abcdefgh12345678\",\"text\":{\"a\":1}}")]
    [InlineData("{\"token\":\"t\",\"form\":\"abcdefgh12345678\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"a\":[[[[[[1]]]]]]}")]
    public async Task Broken_json_is_told_kindly(string body)
    {
        await using var host = await PageHost.Start();
        using var request = Json(body);
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(PageTextsFile.English["error-form"], told.RootElement.GetProperty("error").GetString());
    }

    private static HttpRequestMessage Json(string body) => new(HttpMethod.Post, "/")
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { { "Accept", "application/json" } },
    };

    private sealed class Unseekable(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
